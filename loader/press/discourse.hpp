// SPDX-License-Identifier: Apache-2.0
//
// What later sentences of an item lean on. From each sentence that has been read this keeps which OSCE
// structures it names and which abbreviations it explains, so that "the Mission" and "OCRC" further down are
// known for whom they mean. Cost: a pass over the tokens of each sentence; a few words an item are kept.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "oscegraph/loader/press/actor.hpp"
#include "oscegraph/loader/press/item_claims.hpp"
#include "oscegraph/loader/press/sentence.hpp"

namespace oscegraph::press {

class Discourse {
 public:
  /// Forgets what another item must not lean on.
  void begin_segment();

  /// To be called before the sentence's rules are read ...
  void introduce_abbreviations(const Sentence& sentence);
  /// ... and after.
  void note_offices(const Sentence& sentence, ItemClaims& item);

  [[nodiscard]] const std::map<WordId, std::int32_t>& last_with_head() const {
    return last_with_head_;
  }
  [[nodiscard]] const std::map<WordId, std::int32_t>& likely_with_head() const {
    return likely_with_head_;
  }
  [[nodiscard]] const std::map<std::string, Actor, std::less<>>& abbreviations() const {
    return abbreviations_;
  }

 private:
  std::map<WordId, std::int32_t> last_with_head_;
  std::map<WordId, std::int32_t> likely_with_head_;
  std::map<std::string, Actor, std::less<>> abbreviations_;
};

}  // namespace oscegraph::press
