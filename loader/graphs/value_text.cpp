// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/value_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace oscegraph {
namespace {

constexpr std::string_view white = " \t\r\n\f\v";
constexpr std::string_view digits = "0123456789";
constexpr std::size_t npos = std::string_view::npos;

bool all_digits(std::string_view text) { return text.find_first_not_of(digits) == npos; }

/// The number's digits with the point moved `shift` places to the right.
std::string with_point_moved(std::string_view whole, std::string_view places, int shift) {
  std::string all = std::string(whole) + std::string(places);
  auto point = static_cast<std::ptrdiff_t>(whole.size()) + shift;
  if (point <= 0) {
    all.insert(0, static_cast<std::size_t>(1 - point), '0');
    point = 1;
  }
  const auto at = static_cast<std::size_t>(point);
  if (at > all.size()) all.append(at - all.size(), '0');
  std::string before = all.substr(0, at);
  std::string after = all.substr(at);
  before.erase(0, std::min(before.find_first_not_of('0'), before.size() - 1));
  after.resize(after.find_last_not_of('0') + 1);
  return after.empty() ? before : before + '.' + after;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(white);
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string on_one_line(std::string_view text) {
  std::string result;
  for (std::string_view left = trimmed(text); !left.empty();) {
    const std::size_t end = std::min(left.find_first_of(white), left.size());
    if (!result.empty()) result += ' ';
    result += left.substr(0, end);
    left.remove_prefix(std::min(left.find_first_not_of(white, end), left.size()));
  }
  return result;
}

std::string without_exponent(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == npos) return std::string(text);
  std::string_view exponent = text.substr(e + 1);
  const bool down = exponent.starts_with('-');
  if (down || exponent.starts_with('+')) exponent.remove_prefix(1);
  std::string_view number = text.substr(0, e);
  const std::string sign = number.starts_with('-') ? "-" : "";
  number.remove_prefix(sign.size());
  const std::size_t point = std::min(number.find('.'), number.size());
  const std::string_view whole = number.substr(0, point);
  const std::string_view places = number.substr(std::min(point + 1, number.size()));
  constexpr std::size_t longest = 2;
  if (whole.empty() || !all_digits(whole) || !all_digits(places) || exponent.empty() ||
      exponent.size() > longest || !all_digits(exponent))
    return std::string(text);
  int shift = 0;
  std::from_chars(exponent.data(), exponent.data() + exponent.size(), shift);
  return sign + with_point_moved(whole, places, down ? -shift : shift);
}

std::string_view day_of(std::string_view time) {
  if (time == "Infinity" || time == "-Infinity") return {};
  return time.substr(0, time.find('T'));
}

}  // namespace oscegraph
