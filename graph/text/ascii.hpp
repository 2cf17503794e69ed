// SPDX-License-Identifier: Apache-2.0
//
// Tests which class an ASCII character belongs to, and makes ASCII letters lower case,
// independently of the locale. Other bytes belong to no class.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital_letter(char c) { return c >= 'A' && c <= 'Z'; }

/// The lower-case letter of a capital; any other character unchanged.
constexpr char lower_case(char c) {
  return is_capital_letter(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
inline std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower_case(c);
  return result;
}

}  // namespace oscegraph
