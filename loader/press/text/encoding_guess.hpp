// SPDX-License-Identifier: Apache-2.0
//
// Guesses the encoding of a text that declares none: UTF-16 or UTF-32, or the code page in which
// the letters of the text are those that the languages use most. Cost: linear.
#pragma once

#include <cstddef>
#include <string_view>

#include "oscegraph/loader/inputs/encoding/code_page.hpp"

namespace oscegraph::press {

/// The size of a unit in bytes, and the byte order.
struct WideUnits {
  std::size_t bytes = 0;  ///< 2 or 4; 0: neither UTF-16 nor UTF-32
  bool big_endian = false;
};

/// Detects UTF-16 or UTF-32 without a byte order mark: read that way, the text has only letters,
/// signs and blanks of known scripts, and read another way it has not.
WideUnits guess_wide_units(std::string_view bytes);

/// The code page of a text that is not UTF-8: a Cyrillic or Greek one when the text has whole words
/// of non-ASCII letters, most of them the frequent letters of those languages; else Windows-1252.
const CodePage& guess_code_page(std::string_view bytes);

}  // namespace oscegraph::press
