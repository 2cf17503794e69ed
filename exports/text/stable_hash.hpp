// SPDX-License-Identifier: Apache-2.0
//
// Computes a hash of texts that is the same on every machine and in every version: 128 bits of
// FNV-1a in hexadecimal digits. The hash is not cryptographic: texts can be made that have the same
// hash.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace oscegraph {

class StableHash {
 public:
  /// Adds one text. The boundary counts: adding "ab", "c" differs from adding "a", "bc".
  StableHash& add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0xFF);  // never in UTF-8
    return *this;
  }
  using Value = std::array<std::uint64_t, 2>;
  [[nodiscard]] Value value() const { return {first_, second_}; }
  [[nodiscard]] std::string text() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const std::uint64_t half : {first_, second_})
      for (int shift = 60; shift >= 0; shift -= 4)
        result += digits[static_cast<std::size_t>(half >> static_cast<unsigned>(shift) & 15U)];
    return result;
  }

 private:
  void add_byte(unsigned char byte) {
    constexpr std::uint64_t prime = 0x100000001b3;
    first_ = (first_ ^ byte) * prime;
    second_ = (second_ ^ (byte ^ 0x5AU)) * prime + 1;
  }
  std::uint64_t first_ = 0xcbf29ce484222325;
  std::uint64_t second_ = 0x9ae16a3b2f90404f;
};

}  // namespace oscegraph
