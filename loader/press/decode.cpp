// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "oscegraph/graph/text.hpp"

namespace oscegraph::press {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

// What Windows-1252 has where Latin-1 has control characters; 0 where it has nothing.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& text, std::uint32_t point) {
  const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xC0U | point >> 6U);
  } else {
    if (point < 0x10000) {
      byte(0xE0U | point >> 12U);
    } else {
      byte(0xF0U | point >> 18U);
      byte(0x80U | (point >> 12U & 0x3FU));
    }
    byte(0x80U | (point >> 6U & 0x3FU));
  }
  byte(0x80U | (point & 0x3FU));
}

void decode_utf16(std::string_view bytes, bool big_endian, Decoded& result) {
  const auto unit = [&](std::size_t i) -> std::uint32_t {
    const std::uint32_t first = static_cast<unsigned char>(bytes[i]);
    const std::uint32_t second = static_cast<unsigned char>(bytes[i + 1]);
    return big_endian ? first << 8U | second : second << 8U | first;
  };
  std::string& text = result.storage;
  text.reserve(bytes.size());
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    std::uint32_t point = unit(i);
    const bool high = point >= 0xD800 && point < 0xDC00;
    if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      point = 0x10000 + ((point - 0xD800) << 10U) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if (point >= 0xD800 && point < 0xE000) {
      point = replacement;
      ++result.replaced;
    }
    append(text, point);
  }
}

void decode_windows_1252(std::string_view bytes, Decoded& result) {
  std::string& text = result.storage;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    std::uint32_t point = static_cast<unsigned char>(c);
    if (point >= 0x80 && point < 0xA0) point = windows_1252[point - 0x80];
    if (point == 0) {
      point = replacement;
      ++result.replaced;
    }
    append(text, point);
  }
}

/// UTF-8 with a few broken bytes: what is broken becomes U+FFFD, the rest stays.
void repair_utf8(std::string_view bytes, Decoded& result) {
  std::string& text = result.storage;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = std::min(invalid_utf8(bytes), bytes.size());
    text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) return;
    append(text, replacement);
    ++result.replaced;
    bytes.remove_prefix(1);
  }
}

/// NUL bytes, or many control characters, in the first pages.
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

/// Whether most characters past ASCII are sound UTF-8, so that the broken ones are accidents.
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

}  // namespace

void decode(std::string_view bytes, Decoded& result) {
  result = Decoded();
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    result.encoding = Encoding::utf16;
    decode_utf16(bytes, bytes.starts_with("\xFE\xFF"), result);
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
  if (mostly_utf8(bytes)) {
    repair_utf8(bytes, result);
  } else {
    result.encoding = Encoding::windows1252;
    decode_windows_1252(bytes, result);
  }
  result.text = result.storage;
}

}  // namespace oscegraph::press
