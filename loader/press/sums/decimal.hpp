// SPDX-License-Identifier: Apache-2.0
//
// An exact decimal number: digits times a power of ten.
#pragma once

#include <cstdint>
#include <optional>

namespace oscegraph::press {

struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;

  /// The value as a whole number of units of 10^-decimals; nullopt when it is not whole or does not
  /// fit.
  [[nodiscard]] std::optional<std::int64_t> units(int decimals) const;
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// a + b and a * b; nullopt when the digits do not fit.
std::optional<Decimal> sum_of(Decimal a, Decimal b);
std::optional<Decimal> product_of(Decimal a, Decimal b);
/// Whether a < b.
bool is_less(Decimal a, Decimal b);

}  // namespace oscegraph::press
