// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/records/json_escapes.hpp"

#include <charconv>
#include <cstdint>

#include "oscegraph/loader/inputs/encoding/utf8.hpp"

namespace oscegraph {
namespace {

/// The character of a letter after a backslash; 0 when it is no single character.
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

/// Removes the four digits of a "\u"; returns 0, which is refused, when they are not four digits.
std::uint32_t take_code_unit(std::string_view& text) {
  constexpr std::size_t digits = 4;
  if (text.size() < digits) return 0;
  std::uint32_t unit = 0;
  const char* const end = text.data() + digits;
  if (std::from_chars(text.data(), end, unit, 16).ptr != end) return 0;
  text.remove_prefix(digits);
  return unit;
}

/// Removes the rest of a "\u", and the second half of a surrogate pair; returns 0 when it is no
/// character.
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
