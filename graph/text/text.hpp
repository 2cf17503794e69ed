// SPDX-License-Identifier: Apache-2.0
//
// Provides the string functions that all layers need: they join words into sentences and turn
// numbers into text. None depends on the locale.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <ranges>
#include <string>
#include <string_view>

namespace oscegraph {

/// The words with the separator between them: "a, b, c".
template <std::ranges::input_range Words>
std::string join(const Words& words, std::string_view separator) {
  std::string result;
  bool first = true;
  for (const auto& word : words) {
    if (!first) result += separator;
    result += word;
    first = false;
  }
  return result;
}

/// "a", "a or b", "a, b or c", with the given word before the last.
template <std::ranges::sized_range Words>
std::string join_list(const Words& words, std::string_view last) {
  std::string result;
  std::size_t left = std::ranges::size(words);
  for (const auto& word : words) {
    result += word;
    --left;
    if (left == 1) result.append(" ").append(last).append(" ");
    if (left > 1) result += ", ";
  }
  return result;
}
/// A list of choices: "a, b or c".
template <std::ranges::sized_range Words>
std::string join_or(const Words& words) {
  return join_list(words, "or");
}
/// A complete list: "a, b and c".
template <std::ranges::sized_range Words>
std::string join_and(const Words& words) {
  return join_list(words, "and");
}

/// Decimal digits of an integer, never grouped.
template <std::integral Number>
std::string to_text(Number value) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

/// The shortest text that reads back as the same double ("0.1", "1e+300", "nan").
std::string to_text(double value);

/// "1 claim", "2 claims", "1,234 claims".
std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural = {});

/// "a claim", "an office".
std::string with_article(std::string_view noun);

/// Digits in groups of three: "1,234,567".
std::string grouped(std::uint64_t value);

/// The text in single quotes, with control characters made visible and cut with an ellipsis after
/// 60 characters: how error messages show what they found.
std::string in_quotes(std::string_view text);

/// The byte where `text` stops being valid UTF-8 (overlong forms, surrogates and code points past
/// U+10FFFF are invalid), or npos.
std::size_t invalid_utf8(std::string_view text);

}  // namespace oscegraph
