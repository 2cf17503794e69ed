// SPDX-License-Identifier: Apache-2.0
//
// Recognises blanks by their UTF-8 bytes; ASCII characters are tested first.
#include "oscegraph/graph/text/white_space.hpp"

#include <algorithm>
#include <array>

namespace oscegraph {
namespace {

// Beyond ASCII: U+0085, U+00A0, U+1680, U+2000 to U+200B, U+2028, U+2029, U+202F, U+205F, U+2060,
// U+3000, U+FEFF and U+180E.
constexpr std::array<std::string_view, 23> wide{
    "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82",
    "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88",
    "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\x8B", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF",
    "\xE2\x81\x9F", "\xE2\x81\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF", "\xE1\xA0\x8E"};

/// The length of the one white-space character at the start of `text`, or 0.
std::size_t blank_at_start(std::string_view text) {
  const char first = text.front();
  if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
  if (static_cast<unsigned char>(first) < 0x80) return 0;
  for (const std::string_view blank : wide)
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

std::size_t blank_at_end(std::string_view text) {
  const char last = text.back();
  if (last == ' ' || (last >= '\t' && last <= '\r')) return 1;
  if (static_cast<unsigned char>(last) < 0x80) return 0;
  for (const std::string_view blank : wide)
    if (text.ends_with(blank)) return blank.size();
  return 0;
}

}  // namespace

std::size_t leading_white_space(std::string_view text) {
  const std::size_t before = text.size();
  while (!text.empty()) {
    const std::size_t length = blank_at_start(text);
    if (length == 0) break;
    text.remove_prefix(length);
  }
  return before - text.size();
}

std::string_view without_outer_space(std::string_view text) {
  text.remove_prefix(leading_white_space(text));
  while (!text.empty()) {
    const std::size_t length = blank_at_end(text);
    if (length == 0) break;
    text.remove_suffix(length);
  }
  return text;
}

std::string with_single_blanks(std::string_view text) {
  text = without_outer_space(text);
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    if (const std::size_t length = leading_white_space(text); length > 0) {
      result += ' ';
      text.remove_prefix(length);
    } else {
      result += text.front();
      text.remove_prefix(1);
    }
  }
  return result;
}

bool has_single_blanks(std::string_view text) {
  bool plain = true;
  bool after_blank = true;
  for (const char c : text) {
    plain = plain && c >= ' ' && (c != ' ' || !after_blank);
    after_blank = c == ' ';
  }
  if (plain && (text.empty() || !after_blank)) return true;
  return with_single_blanks(text) == text;
}

}  // namespace oscegraph
