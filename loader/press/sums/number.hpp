// SPDX-License-Identifier: Apache-2.0
//
// The one reader of numbers in running text: tokens in, an exact decimal out, in English, French,
// German, Italian, Spanish and Russian.
//
//   digits       1375  1,375  1.375  1 375  1'375  1.375,50
//   with words   1.375 million  2 Mio. 300 Tsd.  0.750 m  2,5 млн  1 million and 500 thousand
//   words        twenty-five thousand  quatre-vingt-dix mille  fünfundzwanzigtausend
//   halves       half a million  un million et demi  anderthalb Millionen  полтора миллиона  2½ million
//
// One mark with three digits after it is a decimal sign before "million" where the language's decimal
// sign is that mark ("1.375 million", "2,125 Millionen"); the other mark may mean a thousand times as
// much ("1.375 Millionen") and gives a number that is not exact. What cannot be a number ("1,50,000",
// "5th", "12.05.2024") is none. The words are in numbers.csv; digits are read in digits.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "oscegraph/loader/press/language.hpp"
#include "oscegraph/loader/press/sums/decimal.hpp"
#include "oscegraph/loader/press/sums/phrases.hpp"

namespace oscegraph::press {

struct Number {
  std::uint32_t end = 0;  ///< the token after it
  Decimal value;
  bool exact = true;     ///< false: a number stands here, and which one is not sure
  bool grouped = false;  ///< thousands are set apart: nobody writes a year or a house number so
  bool scaled = false;   ///< with "thousand", "million" and the like
  bool letter = false;   ///< scaled by a letter that stands apart ("5 m"): only beside a currency
  bool plain = false;    ///< digits and nothing else
  /// Of "1.375" without a scale word the point, of "1,375" the comma: read as thousands, which the
  /// language may contradict.
  char thousands_mark = 0;
  Languages languages = any_language;  ///< of its words
};

/// The number that begins at token `i`; of a token such as "EUR500,000" the one at byte `from` of the
/// text. `language` is that of the sentence, 0 when unknown.
std::optional<Number> number_at(const Words& words, std::uint32_t i, Languages language,
                                std::optional<std::size_t> from = std::nullopt);

/// Whether a word may begin a number: most do not.
bool may_begin_number(const Words& words, std::uint32_t i);

/// Whether the word counts or scales: "seven", "тысяч", "mln", and not "a" or "one".
bool is_number_word(const Words& words, std::uint32_t i);

/// Whether a number of four plain digits may be a year.
bool may_be_year(const Number& number);

}  // namespace oscegraph::press
