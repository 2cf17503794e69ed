// SPDX-License-Identifier: Apache-2.0
//
// Encodings of one byte a character, as files, pages and old editors have them in Europe, Central Asia
// and the countries around the Mediterranean. The tables are ours: what a system's own converter knows
// depends on what is installed there.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

struct CodePage {
  std::string_view name;      ///< "windows-1251"
  std::u16string_view upper;  ///< of bytes 0x80 to 0xFF; '?' where there is no character

  /// 0 where there is none.
  [[nodiscard]] char16_t character(unsigned char byte) const {
    if (byte < 0x80) return byte;
    const char16_t found = upper[byte - 0x80U];
    return found == u'?' ? u'\0' : found;
  }
};

/// By any of its usual names, in any spelling: "ISO-8859-1", "latin1", "CP1251". nullptr when there is
/// none. Latin-1 is Windows-1252, which holds more, as in browsers.
const CodePage* find_code_page(std::string_view label);

}  // namespace oscegraph
