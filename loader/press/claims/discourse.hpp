// SPDX-License-Identifier: Apache-2.0
//
// Collects the context that later sentences of an item refer to: the OSCE structures named so far
// and the abbreviations explained so far. With it, "the Mission" and "OCRC" are resolved in later
// sentences. Cost: a pass over the tokens of each sentence, and memory for a few words per item.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "oscegraph/loader/press/claims/item_claims.hpp"
#include "oscegraph/loader/press/sentences/actor.hpp"
#include "oscegraph/loader/press/sentences/sentence.hpp"

namespace oscegraph::press {

class Discourse {
 public:
  /// Forgets the context, since another item may begin.
  void begin_segment();

  /// Call it before the rules are applied to the sentence ...
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
