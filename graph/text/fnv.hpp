// SPDX-License-Identifier: Apache-2.0
//
// Computes the hash FNV-1a (Fowler, Noll and Vo, RFC 9923) of a text, also at compile time. For
// long texts checksum() is faster.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace oscegraph {

/// Starts from `hash`, so that several texts can be hashed one after the other.
constexpr std::uint32_t fnv_32(std::string_view text, std::uint32_t hash = 0x811c9dc5U) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash;
}
constexpr std::uint64_t fnv_64(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325ULL) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

/// The number in hexadecimal digits, with leading zeros.
template <typename Number>
std::string hex_digits(Number number) {
  static_assert(std::is_unsigned_v<Number>);
  std::string text(sizeof(Number) * 2, '0');
  for (std::size_t i = text.size(); i-- > 0; number >>= 4U)
    text[i] = "0123456789abcdef"[number & 15U];
  return text;
}

}  // namespace oscegraph
