// SPDX-License-Identifier: Apache-2.0
//
// From a place in a text to the number in digits that begins there, with the marks that group and divide
// them: point, comma, apostrophe, and the blanks of all widths. They are read from the bytes of the text,
// since a token ends at a blank.
#pragma once

#include <cstddef>
#include <string_view>

#include "oscegraph/loader/press/sums/decimal.hpp"

namespace oscegraph::press {

struct Digits {
  Decimal value;  ///< of "1.375" as thousands
  std::size_t end = 0;
  bool valid = false;    ///< whether its marks make a number
  bool grouped = false;  ///< thousands are set apart
  char one_mark = 0;     ///< '.' or ',' where it alone stands before three last digits: "1.375"
  char group_mark = 0;
  char decimal_mark = 0;
  bool plain = false;     ///< no mark at all
  bool fraction = false;  ///< ½ and the like stands at its end
};

/// The digits at byte `at`, the first of which is there.
Digits digits_at(std::string_view text, std::size_t at);

}  // namespace oscegraph::press
