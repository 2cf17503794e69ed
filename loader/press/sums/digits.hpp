// SPDX-License-Identifier: Apache-2.0
//
// Reads the number in digits that begins at a position of a text, with its group and decimal marks:
// point, comma, apostrophe, and all kinds of blanks. It reads bytes of the text and not tokens,
// since a token ends at a blank.
#pragma once

#include <cstddef>
#include <string_view>

#include "oscegraph/loader/press/sums/decimal.hpp"

namespace oscegraph::press {

struct Digits {
  Decimal value;  ///< "1.375" is read as thousands
  std::size_t end = 0;
  bool valid = false;    ///< whether the marks form a number
  bool grouped = false;  ///< has groups of thousands
  char one_mark = 0;     ///< the only '.' or ',', before three final digits: "1.375"
  char group_mark = 0;
  char decimal_mark = 0;
  bool plain = false;     ///< no mark at all
  bool fraction = false;  ///< ends with ½ or a similar sign
};

/// Reads the digits from byte `at`, where the first digit is.
Digits digits_at(std::string_view text, std::size_t at);

}  // namespace oscegraph::press
