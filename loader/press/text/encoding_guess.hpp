// SPDX-License-Identifier: Apache-2.0
//
// From the bytes of a text that declares no encoding to what they are most likely in: wide units, or the code
// page in which they are the letters that its languages have most of. Cost: linear.
#pragma once

#include <cstddef>
#include <string_view>

#include "oscegraph/loader/inputs/encoding/code_page.hpp"

namespace oscegraph::press {

/// How wide a unit is, and its byte order.
struct WideUnits {
  std::size_t bytes = 0;  ///< 2 or 4; 0: not of wide units
  bool big_endian = false;
};

/// Whether a text is UTF-16 or UTF-32 without a byte order mark: read so, it is all letters, signs and
/// blanks of the scripts we know, and read otherwise it is not.
WideUnits guess_wide_units(std::string_view bytes);

/// The code page of a text that is not UTF-8: a Cyrillic or Greek one where the text has whole words of
/// letters past ASCII, most of them the letters that those languages use most; else Windows-1252.
const CodePage& guess_code_page(std::string_view bytes);

}  // namespace oscegraph::press
