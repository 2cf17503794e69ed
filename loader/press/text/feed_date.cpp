// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/feed_date.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "oscegraph/graph/text/ascii.hpp"

namespace oscegraph::press {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(blanks));
  text.remove_prefix(word.size());
  return word;
}

/// The value of a word of digits, of `least` to `most` of them.
std::optional<unsigned> number_of(std::string_view word, std::size_t least, std::size_t most) {
  if (word.size() < least || word.size() > most) return std::nullopt;
  unsigned number = 0;
  for (const char c : word) {
    if (!is_digit(c)) return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

std::optional<unsigned> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto found = std::ranges::find(months, lower_case(word.substr(0, 3)));
  if (found == months.end()) return std::nullopt;
  return static_cast<unsigned>(found - months.begin()) + 1;
}

std::string two_digits(unsigned number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

std::string feed_date(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  text = text.substr(0, text.find_last_not_of(blanks) + 1);
  std::string_view rest = text;
  std::string_view word = next_word(rest);
  if (word.ends_with(',')) word = next_word(rest);
  const auto day = number_of(word, 1, 2);
  const auto month = month_of(next_word(rest));
  const std::string_view digits = next_word(rest);
  auto year = number_of(digits, 2, 2) ? number_of(digits, 2, 2) : number_of(digits, 4, 4);
  if (!day || !month || !year || *day == 0 || *day > 31) return std::string(text);
  // Two digits as in RFC 2822, section 4.3.
  if (digits.size() == 2) year = *year + (*year < 50 ? 2000 : 1900);
  return two_digits(*year / 100) + two_digits(*year % 100) + '-' + two_digits(*month) + '-' +
         two_digits(*day);
}

}  // namespace oscegraph::press
