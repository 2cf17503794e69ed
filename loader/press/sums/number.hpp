// SPDX-License-Identifier: Apache-2.0
//
// Parses numbers in running text, in digits or words, into exact decimals. The languages are
// English, French, German, Italian, Spanish and Russian.
//
//   digits       1375  1,375  1.375  1 375  1'375  1.375,50
//   with words   1.375 million  2 Mio. 300 Tsd.  0.750 m  2,5 млн  1 million and 500 thousand
//   words        twenty-five thousand  quatre-vingt-dix mille  fünfundzwanzigtausend
//   halves       half a million  un million et demi  anderthalb Millionen  полтора миллиона  2½ million
//
// A single mark before three digits is a decimal mark before "million" if it is the decimal mark of
// the language ("1.375 million", "2,125 Millionen"). The other mark is ambiguous by a factor of a
// thousand ("1.375 Millionen") and gives a number that is not exact. What is no valid number
// ("1,50,000", "5th", "12.05.2024") gives none. The words are in numbers.csv; digits.cpp reads
// digits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "oscegraph/loader/press/sums/decimal.hpp"
#include "oscegraph/loader/press/sums/phrases.hpp"
#include "oscegraph/loader/press/words/language.hpp"

namespace oscegraph::press {

struct Number {
  std::uint32_t end = 0;  ///< the token after it
  Decimal value;
  bool exact = true;     ///< false: there is a number, but its value is uncertain
  bool grouped = false;  ///< has groups of thousands, so it is no year or house number
  bool scaled = false;   ///< with "thousand", "million" and the like
  bool letter = false;   ///< scaled by a separate letter ("5 m"): only valid beside a currency
  bool plain = false;    ///< digits only
  /// The point of "1.375" or the comma of "1,375" without a scale word: read as thousands, which
  /// the language may contradict.
  char thousands_mark = 0;
  Languages languages = any_language;  ///< languages of its words
};

/// The number that begins at token `i`; for a token such as "EUR500,000", the one at byte `from` of
/// the text. `language` is that of the sentence, 0 when unknown.
std::optional<Number> number_at(const SentenceWords& words, std::uint32_t i, Languages language,
                                std::optional<std::size_t> from = std::nullopt);

/// Whether a number may begin with this word; false for most words.
bool may_begin_number(const SentenceWords& words, std::uint32_t i);

/// Whether the word is a number or a scale: "seven", "тысяч", "mln", but not "a" or "one".
bool is_number_word(const SentenceWords& words, std::uint32_t i);

/// Whether a number of four plain digits may be a year.
bool may_be_year(const Number& number);

}  // namespace oscegraph::press
