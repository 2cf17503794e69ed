// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/encoding/code_page.hpp"
#include "oscegraph/loader/inputs/encoding/utf8.hpp"
#include "oscegraph/loader/press/text/encoding_guess.hpp"

namespace oscegraph::press {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

/// Decodes UTF-16 or UTF-32 without its byte order mark.
void decode_wide(std::string_view bytes, WideUnits units, Decoded& result) {
  const auto unit = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < units.bytes; ++i)
      value = value << 8U |
              static_cast<unsigned char>(bytes[at + (units.big_endian ? i : units.bytes - 1 - i)]);
    return value;
  };
  std::string& text = result.storage;
  text.reserve(bytes.size());
  std::size_t at = 0;
  for (; at + units.bytes <= bytes.size(); at += units.bytes) {
    std::uint32_t point = unit(at);
    const bool high = units.bytes == 2 && point >= 0xD800 && point < 0xDC00;
    if (high && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      point = 0x10000 + ((point - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
      at += 2;
    } else if ((point >= 0xD800 && point < 0xE000) || point > 0x10FFFF) {
      point = replacement;
      ++result.replaced;
    }
    append_utf8(text, point);
  }
  if (at < bytes.size()) ++result.replaced;
}

void decode_code_page(std::string_view bytes, const CodePage& page, Decoded& result) {
  result.encoding = page.name == "windows-1252" ? Encoding::windows1252 : Encoding::code_page;
  result.name = page.name;
  std::string& text = result.storage;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    std::uint32_t point = page.character(byte);
    if (point == 0 && byte != 0) {
      point = replacement;
      ++result.replaced;
    }
    append_utf8(text, point);
  }
}

/// Decodes UTF-8 with a few invalid bytes: each becomes U+FFFD.
void repair_utf8(std::string_view bytes, Decoded& result) {
  std::string& text = result.storage;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = std::min(invalid_utf8(bytes), bytes.size());
    text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) return;
    append_utf8(text, replacement);
    ++result.replaced;
    bytes.remove_prefix(1);
  }
}

/// Whether the beginning has NUL bytes or many control characters.
bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::size_t{1} << 16U);
  const auto control = std::ranges::count_if(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v') ||
           byte == 0x7F;
  });
  return head.find('\0') != std::string_view::npos ||
         static_cast<std::size_t>(control) * 50 > head.size();
}

/// Whether most non-ASCII characters are valid UTF-8, so that invalid ones are accidents.
bool mostly_utf8(std::string_view bytes) {
  std::string_view rest = bytes.substr(0, std::size_t{1} << 20U);
  std::size_t broken = 0;
  std::size_t sound = 0;
  while (!rest.empty()) {
    const std::size_t good = std::min(invalid_utf8(rest), rest.size());
    sound += static_cast<std::size_t>(std::ranges::count_if(
        rest.substr(0, good), [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
    if (good == rest.size()) break;
    ++broken;
    rest.remove_prefix(good + 1);
  }
  return sound > broken;
}

struct ByteOrderMark {
  std::string_view bytes;
  WideUnits units;
};
// UTF-32 first, since its mark begins with that of UTF-16.
constexpr std::array<ByteOrderMark, 4> wide_marks{{{{"\xFF\xFE\0\0", 4}, {4, false}},
                                                   {{"\0\0\xFE\xFF", 4}, {4, true}},
                                                   {{"\xFF\xFE", 2}, {2, false}},
                                                   {{"\xFE\xFF", 2}, {2, true}}}};

/// Returns false when the bytes are neither UTF-16 nor UTF-32.
bool decode_if_wide(std::string_view bytes, Decoded& result) {
  const auto mark = std::ranges::find_if(
      wide_marks, [&](const ByteOrderMark& row) { return bytes.starts_with(row.bytes); });
  const bool marked = mark != wide_marks.end();
  const WideUnits units = marked ? mark->units : guess_wide_units(bytes);
  if (units.bytes == 0) return false;
  bytes.remove_prefix(marked ? mark->bytes.size() : 0);
  decode_wide(bytes, units, result);
  result.encoding = units.bytes == 4 ? Encoding::utf32 : Encoding::utf16;
  if (looks_binary(result.storage)) {
    result = Decoded();
    result.encoding = Encoding::binary;
  }
  return true;
}

/// Whether a declared name is a Unicode encoding. UTF-16 and UTF-32 are wrong when ASCII can be
/// read.
bool is_unicode(std::string_view name) {
  constexpr std::array<std::string_view, 4> names{"utf", "ucs", "unicode", "iso-10646"};
  const std::string lower = lower_case(name);
  return std::ranges::any_of(names,
                             [&](std::string_view start) { return lower.starts_with(start); });
}

const CodePage& western() {
  static const CodePage& page = *find_code_page("windows-1252");
  return page;
}

}  // namespace

void decode(std::string_view bytes, Decoded& result, Markup markup) {
  result = Decoded();
  if (decode_if_wide(bytes, result)) {
    result.text = result.storage;
    return;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) result.skipped = 3;
  bytes.remove_prefix(result.skipped);
  if (looks_binary(bytes)) {
    result.encoding = Encoding::binary;
    return;
  }
  if (invalid_utf8(bytes) == std::string_view::npos) {
    result.text = bytes;
    return;
  }
  const std::string_view declared = declared_encoding(bytes, markup);
  const CodePage* page = find_code_page(declared);
  if (result.skipped > 0 || mostly_utf8(bytes)) {
    repair_utf8(bytes, result);
  } else if (declared.empty() || is_unicode(declared) || page == &western()) {
    // Servers often declare a Western encoding by default; Cyrillic or Greek letters overrule it.
    decode_code_page(bytes, guess_code_page(bytes), result);
  } else if (page != nullptr) {
    decode_code_page(bytes, *page, result);
  } else {
    result.encoding = Encoding::unknown;
    result.name = declared;
    return;
  }
  result.text = result.storage;
}

}  // namespace oscegraph::press
