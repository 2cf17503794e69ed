// SPDX-License-Identifier: Apache-2.0
//
// What the words around a sum make of it: a bound ("up to", "более"), a part of it ("half of"), a rate
// ("a month"), one end of a range. None of these is one exact sum. The words are in sum-words.csv.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "oscegraph/loader/press/sums/number.hpp"
#include "oscegraph/loader/press/sums/phrases.hpp"

namespace oscegraph::press {

/// The sets of sum-words.csv.
enum class SumWord : std::uint8_t {
  bound,      ///< before a sum: it may be more or less
  fraction,   ///< before a sum: a part of it, or several times as much
  portion,    ///< of costs that the sum is: "half of the budget of EUR 5 million"
  part,       ///< as fraction, but not before "a EUR 2 million project"
  filler,     ///< may stand between those and the sum
  particle,   ///< "handed over" is no "over"
  recurring,  ///< anywhere near: the sum is given again and again
  periodic,   ///< before a sum: the same
  rate,       ///< after a sum: so much for each
  after,      ///< after a sum: it may be more or less
  percent,
  to,    ///< between the ends of a range
  and_,  ///< the same after "between"
  between,
  same,      ///< the same sum in another currency follows
  numbered,  ///< a number follows that counts nothing
  link,      ///< between a number and its currency: "millions of euros"
  next,      ///< after a sum that is a sum: no noun that it counts
  place,     ///< of `bound` those that also say where: "under the EUR 5 million project"
  handed,    ///< of `bound` the one that a particle takes to itself: "handed over"
  parts,     ///< of `after` those that may begin with the parts of a sum: ", of which EUR 200,000"
  more,      ///< "plus"
  per,       ///< which is "for" in Italian
  each,      ///< before a noun, and German writes it with a capital: "je Schule"
  euro,      ///< the word that stands where the sign does: "euro 5,000"
  weighed,   ///< after pounds that are no money: "500 pounds of explosives"
  year,      ///< before a year: "since 2014 euros were paid"
  range  ///< of `to` the word between two currencies that are no one sum: "EUR 2 to USD 3 million"
};

inline constexpr std::size_t sum_word_kinds = static_cast<std::size_t>(SumWord::range) + 1;

class SumWords {
 public:
  static const SumWords& instance();
  [[nodiscard]] const Phrases& of(SumWord kind) const {
    return phrases_[static_cast<std::size_t>(kind)];
  }

 private:
  SumWords();
  std::array<Phrases, sum_word_kinds> phrases_;
};

/// The language of the sentence around token `at` by its small words; 0 when they do not tell.
Languages language_near(const Words& words, std::uint32_t at);

/// Where the words begin that say, before the sum at [begin, end), that it is not exact; nullopt when
/// none do.
std::optional<std::uint32_t> bound_before(const Words& words, std::uint32_t begin,
                                          std::uint32_t end);

/// "three grants of EUR 5,000": the sum is one of several.
bool is_one_of_several(const Words& words, std::uint32_t begin);

/// "half of the project's budget of EUR 5 million": somebody gives a portion of it.
bool is_of_a_portion(const Words& words, std::uint32_t begin);

/// Whether the words after token `end` say that the sum before it is not exact.
bool is_bounded_after(const Words& words, std::uint32_t end, Languages language);

/// Whether the sum at [begin, end) is one of many payments: "every year", "ежегодно".
bool is_recurring(const Words& words, std::uint32_t begin, std::uint32_t end);

/// Whether most words around are in capitals, as in a headline.
bool is_in_capitals(const Words& words, std::uint32_t begin, std::uint32_t end);

/// Whether what follows a sum is no noun that the number could count: "GEL 50,000 to the project", and
/// not "CVE 2,000 officers".
bool goes_on_after_sum(const Words& words, std::uint32_t end);

/// A number right before token `begin`, or before a comma or "or" there, leaves doubt whose the currency
/// is: "2, 3 and 5 million euros". `known_end`: where the sum before ends, whose number it is.
bool has_number_before(const Words& words, std::uint32_t begin, std::uint32_t known_end,
                       bool currency_first);

}  // namespace oscegraph::press
