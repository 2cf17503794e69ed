// SPDX-License-Identifier: Apache-2.0
//
// Bytes of a text file into UTF-8. Saved pages and press releases come as UTF-8, as UTF-16 with a
// byte order mark, or in the Windows code page that old editors write. Whether text is UTF-8 is
// certain enough to be tested (a text in another code page is almost never valid UTF-8 by chance);
// Windows-1252 is what is left. Binary files are told by their NUL and control bytes and refused.
//
// Two code pages and one table do not need a conversion library: ICU would add two milliseconds
// to the start of every command, also of those that never read text.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph::press {

enum class Encoding : unsigned char { utf8, utf16, windows1252, binary };

struct Decoded {
  Encoding encoding = Encoding::utf8;
  /// UTF-8 without byte order mark. When `encoding` is utf8 this views the input.
  std::string_view text;
  std::string storage;       ///< holds the text when it had to be converted
  std::size_t skipped = 0;   ///< bytes of a UTF-8 byte order mark before the text
  std::size_t replaced = 0;  ///< bytes or units that were no character: U+FFFD stands for each
};

/// The result must stay where it is while `text` is used, and the input must live as long.
void decode(std::string_view bytes, Decoded& result);

}  // namespace oscegraph::press
