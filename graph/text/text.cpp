// SPDX-License-Identifier: Apache-2.0
//
// Formats numbers, and decodes UTF-8 to find where a text is not valid.
#include "oscegraph/graph/text/text.hpp"

#include <bit>
#include <cstring>

namespace oscegraph {
namespace {

/// The length of the valid UTF-8 sequence at the start of `text`; 0 when there is none.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i, unsigned char low = 0x80, unsigned char high = 0xBF) {
    return i < text.size() && byte(i) >= low && byte(i) <= high;
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    // E0 would be overlong below A0; ED would be a surrogate above 9F.
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return continues(1, low, high) && continues(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
}

/// The first position from `i` on whose byte is not ASCII. Checks eight bytes at a time, since
/// nearly all text that is read is ASCII.
std::size_t end_of_ascii(std::string_view text, std::size_t i) {
  constexpr bool low_first = std::endian::native == std::endian::little;
  for (std::uint64_t word = 0; i + sizeof word <= text.size(); i += sizeof word) {
    std::memcpy(&word, text.data() + i, sizeof word);
    if (const std::uint64_t high = word & 0x8080808080808080U; high != 0)
      return i +
             static_cast<std::size_t>(low_first ? std::countr_zero(high) : std::countl_zero(high)) /
                 8;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i;
}

}  // namespace

std::string to_text(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  return {buffer, end};
}

std::string grouped(std::uint64_t value) {
  std::string digits = to_text(value);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t count, std::string_view singular, std::string_view plural) {
  std::string result = grouped(count) + ' ';
  if (count == 1) return result.append(singular);
  if (!plural.empty()) return result.append(plural);
  return result.append(singular).append("s");
}

std::string with_article(std::string_view noun) {
  constexpr std::string_view vowels = "aeiou";
  const bool vowel = !noun.empty() && vowels.find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::string result = "'";
  std::size_t shown = 0;
  while (!text.empty()) {
    if (shown++ == longest) {
      result += "…";
      break;
    }
    const auto byte = static_cast<unsigned char>(text.front());
    const std::size_t length = utf8_length(text);
    if (length == 0 || byte < 0x20 || byte == 0x7F) {
      constexpr std::string_view hex = "0123456789ABCDEF";
      result += {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
      text.remove_prefix(1);
    } else {
      result += text.substr(0, length);
      text.remove_prefix(length);
    }
  }
  return result + "'";
}

std::size_t invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while ((i = end_of_ascii(text, i)) < text.size()) {
    // Letters of other alphabets mostly follow each other.
    do {
      const std::size_t length = utf8_length(text.substr(i));
      if (length == 0) return i;
      i += length;
    } while (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80);
  }
  return std::string_view::npos;
}

}  // namespace oscegraph
