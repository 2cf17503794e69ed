// SPDX-License-Identifier: Apache-2.0
//
// Bytes of a text, page or feed into UTF-8, once: no parser behind this looks at encodings again. What
// decides, in this order:
//
//   1. a byte order mark (UTF-8, UTF-16, UTF-32);
//   2. NUL bytes that stand as in UTF-16 or UTF-32;
//   3. whether it is UTF-8. A text in another encoding is almost never UTF-8 by chance, so this counts
//      more than a declaration that says otherwise: pages are saved again and keep their old words;
//   4. what a page or feed declares;
//   5. its letters: Cyrillic and Greek code pages are told apart, and Windows-1252 is what is left.
//
// Binary files are told by their NUL and control bytes and refused, and so is a declared encoding that
// has no table here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "oscegraph/loader/press/text/declared_encoding.hpp"

namespace oscegraph::press {

enum class Encoding : unsigned char { utf8, utf16, utf32, windows1252, code_page, unknown, binary };

struct Decoded {
  Encoding encoding = Encoding::utf8;
  /// "windows-1251" of a code page; what the text declares where that is unknown; else empty.
  std::string name;
  /// UTF-8 without byte order mark. When `encoding` is utf8 and nothing was replaced, this views the
  /// input. Empty when the encoding is unknown or the file binary.
  std::string_view text;
  std::string storage;       ///< holds the text when it had to be converted
  std::size_t skipped = 0;   ///< bytes of a UTF-8 byte order mark before the text
  std::size_t replaced = 0;  ///< bytes or units that were no character: U+FFFD stands for each
};

/// The result must stay where it is while `text` is used, and the input must live as long. `markup` says
/// where a declaration is looked for.
void decode(std::string_view bytes, Decoded& result, Markup markup = Markup::none);

}  // namespace oscegraph::press
