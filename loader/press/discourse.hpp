// SPDX-License-Identifier: Apache-2.0
//
// What later sentences of an item lean on: which structure "the Mission" means (definite references),
// what an abbreviation stands for, what day the item is of; and where the next item of the same file
// begins, on which nothing said before may be put.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/loader/press/actor.hpp"
#include "oscegraph/loader/press/item_claims.hpp"
#include "oscegraph/loader/press/sentence.hpp"

namespace oscegraph::press {

class Discourse {
 public:
  /// Whether a new item begins with the sentence: one begins at each of `marked`, places where the
  /// page says so; below a line of dashes or stars; and after an empty line with a dateline, or with
  /// an OSCE structure as subject that no sentence has named yet while others have been named.
  static bool begins_item(const Sentence& sentence, const ItemClaims& item,
                          std::span<const std::size_t> marked);
  /// Forgets what no other item may lean on.
  void begin_item();

  /// To be called before the sentence's rules are read ...
  void introduce_abbreviations(const Sentence& sentence);
  /// ... and after.
  void note_offices(const Sentence& sentence, ItemClaims& item);
  void note_date(const Sentence& sentence);

  /// Of the dateline, or the first day that the text names.
  [[nodiscard]] Date date() const { return date_; }
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
  Date date_;
  std::size_t dates_seen_ = 0;
};

}  // namespace oscegraph::press
