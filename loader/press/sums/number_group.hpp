// SPDX-License-Identifier: Apache-2.0
//
// Reads the part of a number before its scale word ("million"), or a number without one: "25",
// "1.375", "twenty-five", "half a", "fünfundzwanzigtausend".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "oscegraph/loader/press/sums/decimal.hpp"
#include "oscegraph/loader/press/sums/digits.hpp"
#include "oscegraph/loader/press/sums/number_words.hpp"

namespace oscegraph::press {

struct Group {
  std::uint32_t end = 0;
  Decimal value{};
  Languages languages = any_language;
  Digits digits{};  ///< set when it is written in digits
  bool in_digits = false;
  bool needs_scale = false;          ///< "half a", "a", "2½"
  bool holds_thousand = false;       ///< "fünfundzwanzigtausend": no scale word follows
  bool bare = false;                 ///< empty: the scale word itself is next
  const ScaleWord* stuck = nullptr;  ///< the scale attached to the digits: "2m"
};

/// 50 for "½"; 0 when the sign is no fraction.
std::uint64_t hundredths_of_sign(std::string_view sign);

/// The group at token `i`, or at byte `from` of it.
std::optional<Group> group_at(const SentenceWords& words, std::uint32_t i,
                              std::optional<std::size_t> from);

}  // namespace oscegraph::press
