// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/text/terminal_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace oscegraph {
namespace {

struct Character {
  std::string_view bytes;
  utf8proc_int32_t code = -1;  ///< -1: not UTF-8
};

Character first_character(std::string_view text) {
  Character result;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &result.code);
  result.bytes = text.substr(0, length > 0 ? static_cast<std::size_t>(length) : 1);
  return result;
}

/// U+202A..202E and U+2066..2069 reorder what follows them, up to the end of the line.
bool reorders(utf8proc_int32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/// The noncharacters of Unicode: U+FDD0..FDEF, and the last two of each plane (U+FFFE, U+FFFF,
/// ...).
bool is_noncharacter(utf8proc_int32_t code) {
  return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

bool breaks_a_line(utf8proc_int32_t code) {
  return code == '\n' || code == '\r' || code == '\t' || code == 0x2028 || code == 0x2029;
}

/// The number of printable ASCII characters at the start of the text; each is one byte and one cell
/// wide.
std::size_t plain_length(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::find_if_not(text, [](char c) { return c >= ' ' && c <= '~'; }) - text.begin());
}

std::size_t width_of(const Character& character) {
  return character.code < 0
             ? 1
             : static_cast<std::size_t>(std::max(0, utf8proc_charwidth(character.code)));
}

/// The longest start of `text` that takes at most `width` cells, but at least one character.
std::string_view cut(std::string_view text, std::size_t width) {
  std::size_t bytes = 0;
  std::size_t cells = 0;
  while (bytes < text.size()) {
    const Character character = first_character(text.substr(bytes));
    cells += width_of(character);
    if (cells > width && bytes > 0) break;
    bytes += character.bytes.size();
  }
  return text.substr(0, bytes);
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (;;) {
    const std::size_t plain = plain_length(text);
    result += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) return result;
    const Character character = first_character(text);
    if (breaks_a_line(character.code)) result += ' ';
    else if (character.code < 0 || reorders(character.code) || is_noncharacter(character.code) ||
             utf8proc_category(character.code) == UTF8PROC_CATEGORY_CC)
      result += "·";
    else result += character.bytes;
    text.remove_prefix(character.bytes.size());
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t cells = 0;
  for (;;) {
    const std::size_t plain = plain_length(text);
    cells += plain;
    text.remove_prefix(plain);
    if (text.empty()) return cells;
    const Character character = first_character(text);
    cells += width_of(character);
    text.remove_prefix(character.bytes.size());
  }
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  if (width == 0 || text.empty()) return {std::string(text)};
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    std::size_t cells = display_width(word);
    if (!line.empty() && used + 1 + cells > width) {
      lines.push_back(std::exchange(line, {}));
      used = 0;
    }
    for (; cells > width; cells = display_width(word)) {
      const std::string_view piece = cut(word, width);
      if (piece.size() == word.size()) break;
      lines.emplace_back(piece);
      word.remove_prefix(piece.size());
    }
    if (!line.empty()) line += ' ';
    used += cells + (line.empty() ? 0 : 1);
    line += word;
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace oscegraph
