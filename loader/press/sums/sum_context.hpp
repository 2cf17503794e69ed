// SPDX-License-Identifier: Apache-2.0
//
// Examines the words around a sum to decide whether it is exact. A bound ("up to", "более"), a part
// ("half of"), a rate ("a month") or one end of a range is not exact. The words are in
// sum-words.csv.
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
  bound,     ///< before a sum: it may be more or less
  fraction,  ///< before a sum: a part of it, or several times as much
  /// before costs of which the sum is only the total: "half of the budget of EUR 5 million"
  portion,
  part,       ///< as fraction, but not before "a EUR 2 million project"
  filler,     ///< may stand between the words above and the sum
  particle,   ///< makes another verb of `bound`: "handed over" is no "over"
  recurring,  ///< anywhere nearby: the sum is paid repeatedly
  periodic,   ///< before a sum: it is paid repeatedly
  rate,       ///< after a sum: an amount per unit
  after,      ///< after a sum: it may be more or less
  percent,
  to,    ///< between the ends of a range
  and_,  ///< the same after "between"
  between,
  same,      ///< the same sum in another currency follows
  numbered,  ///< a number follows that is a label, not a count
  link,      ///< between a number and its currency: "millions of euros"
  next,      ///< may follow a sum; no noun that the number counts
  place,     ///< those of `bound` that also denote a place: "under the EUR 5 million project"
  handed,    ///< the one of `bound` that belongs to a verb particle: "handed over"
  parts,     ///< those of `after` that may introduce parts of a sum: ", of which EUR 200,000"
  more,      ///< "plus"
  per,       ///< Italian "per" means "for"
  each,      ///< before a noun, which German capitalises: "je Schule"
  euro,      ///< the word in the place of the sign: "euro 5,000"
  weighed,   ///< after pounds that are a weight: "500 pounds of explosives"
  year,      ///< before a year: "since 2014 euros were paid"
  /// the one of `to` between two currencies that do not form a range: "EUR 2 to USD 3 million"
  range
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

/// The language of the sentence around token `at`, by function words; 0 when they do not decide.
Languages language_near(const SentenceWords& words, std::uint32_t at);

/// The beginning of the words before the sum at [begin, end) that make it inexact; nullopt when
/// there are none.
std::optional<std::uint32_t> bound_before(const SentenceWords& words, std::uint32_t begin,
                                          std::uint32_t end);

/// "three grants of EUR 5,000": the sum is one of several.
bool is_one_of_several(const SentenceWords& words, std::uint32_t begin);

/// "half of the project's budget of EUR 5 million": only a part of the sum is given.
bool is_of_a_portion(const SentenceWords& words, std::uint32_t begin);

/// Whether the words after token `end` make the sum before it inexact.
bool is_bounded_after(const SentenceWords& words, std::uint32_t end, Languages language);

/// Whether the sum at [begin, end) is paid repeatedly: "every year", "ежегодно".
bool is_recurring(const SentenceWords& words, std::uint32_t begin, std::uint32_t end);

/// Whether most words nearby are in capitals, as in a headline.
bool is_in_capitals(const SentenceWords& words, std::uint32_t begin, std::uint32_t end);

/// Whether what follows a sum is no noun that the number could count: "GEL 50,000 to the project",
/// but not "CVE 2,000 officers".
bool goes_on_after_sum(const SentenceWords& words, std::uint32_t end);

/// Whether a number right before token `begin`, or before a comma or "or" there, makes it unclear
/// which number the currency belongs to: "2, 3 and 5 million euros". `known_end`: the end of the
/// previous sum, whose number does not count.
bool has_number_before(const SentenceWords& words, std::uint32_t begin, std::uint32_t known_end,
                       bool currency_first);

}  // namespace oscegraph::press
