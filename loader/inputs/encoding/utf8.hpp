// SPDX-License-Identifier: Apache-2.0
//
// Encodes code points as UTF-8.
#pragma once

#include <cstdint>
#include <string>

namespace oscegraph {

/// Appends a code point, which must not be a surrogate, as UTF-8.
inline void append_utf8(std::string& text, std::uint32_t point) {
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

}  // namespace oscegraph
