// SPDX-License-Identifier: Apache-2.0
//
// Converts the bytes of a text, page or feed to UTF-8, once, so that later parsers need not handle
// encodings. The encoding is decided, in this order, by
//
//   1. a byte order mark (UTF-8, UTF-16, UTF-32);
//   2. NUL bytes in the positions of UTF-16 or UTF-32;
//   3. whether it is valid UTF-8. A text in another encoding is almost never valid UTF-8 by chance, so
//      this overrules a declaration: pages are converted and keep their old declaration;
//   4. the declaration of a page or feed;
//   5. its letters: Cyrillic and Greek code pages are recognised; all else is Windows-1252.
//
// Binary files are recognised by NUL and control bytes and refused, and so is a declared encoding
// without a table here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "oscegraph/loader/press/text/declared_encoding.hpp"

namespace oscegraph::press {

enum class Encoding : unsigned char { utf8, utf16, utf32, windows1252, code_page, unknown, binary };

struct Decoded {
  Encoding encoding = Encoding::utf8;
  /// The code page, as "windows-1251"; the declared name when that is unknown; else empty.
  std::string name;
  /// UTF-8 without a byte order mark. A view into the input when that was UTF-8 and nothing was
  /// replaced. Empty when the encoding is unknown or the file is binary.
  std::string_view text;
  std::string storage;       ///< holds the text when it had to be converted
  std::size_t skipped = 0;   ///< bytes of a UTF-8 byte order mark before the text
  std::size_t replaced = 0;  ///< number of invalid bytes or units, each replaced by U+FFFD
};

/// `result` must not move while `text` is used, and the input must live as long. `markup` says
/// where to look for a declaration.
void decode(std::string_view bytes, Decoded& result, Markup markup = Markup::none);

}  // namespace oscegraph::press
