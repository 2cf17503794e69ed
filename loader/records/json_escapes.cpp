// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/records/json_escapes.hpp"

#include <charconv>
#include <cstdint>

#include "oscegraph/loader/inputs/encoding/utf8.hpp"

namespace oscegraph {
namespace {

/// What the letter after a backslash stands for; 0 where that is no single character.
char escaped_character(char letter) {
  switch (letter) {
    case '"':
    case '\\':
    case '/': return letter;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return 0;
  }
}

/// Takes the four digits of a "\u" off the front; 0, which is refused, where they are not four.
std::uint32_t take_code_unit(std::string_view& text) {
  constexpr std::size_t digits = 4;
  if (text.size() < digits) return 0;
  std::uint32_t unit = 0;
  const char* const end = text.data() + digits;
  if (std::from_chars(text.data(), end, unit, 16).ptr != end) return 0;
  text.remove_prefix(digits);
  return unit;
}

/// Takes what follows a "\u" off the front, with its other half where it is the first of a surrogate
/// pair; 0 where it is no character.
std::uint32_t take_code_point(std::string_view& text) {
  const std::uint32_t unit = take_code_unit(text);
  if (unit < 0xD800 || unit >= 0xE000) return unit;
  if (unit >= 0xDC00 || !text.starts_with("\\u")) return 0;
  text.remove_prefix(2);
  const std::uint32_t low = take_code_unit(text);
  if (low < 0xDC00 || low >= 0xE000) return 0;
  return 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
}

}  // namespace

std::optional<std::string> without_escapes(std::string_view written) {
  std::string text;
  text.reserve(written.size());
  for (;;) {
    const std::size_t plain = written.find('\\');
    text += written.substr(0, plain);
    if (plain == std::string_view::npos) return text;
    written.remove_prefix(plain + 1);
    if (written.empty()) return std::nullopt;
    const char letter = written.front();
    written.remove_prefix(1);
    if (const char character = escaped_character(letter); character != 0) {
      text += character;
      continue;
    }
    const std::uint32_t point = letter == 'u' ? take_code_point(written) : 0;
    if (point == 0) return std::nullopt;
    append_utf8(text, point);
  }
}

}  // namespace oscegraph
