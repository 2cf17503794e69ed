// SPDX-License-Identifier: Apache-2.0
//
// Decodes encodings with one byte per character, as they occur in Europe, Central Asia and around
// the Mediterranean. The tables are compiled in, since the converter of a system supports only what
// is installed.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph {

struct CodePage {
  std::string_view name;      ///< "windows-1251"
  std::u16string_view upper;  ///< the characters of bytes 0x80 to 0xFF; '?' where there is none

  /// 0 when the byte has no character.
  [[nodiscard]] char16_t character(unsigned char byte) const {
    if (byte < 0x80) return byte;
    const char16_t found = upper[byte - 0x80U];
    return found == u'?' ? u'\0' : found;
  }
};

/// Finds a code page by any usual name in any spelling: "ISO-8859-1", "latin1", "CP1251". nullptr
/// when unknown. Latin-1 gives Windows-1252, which contains it, as in browsers.
const CodePage* find_code_page(std::string_view label);

}  // namespace oscegraph
