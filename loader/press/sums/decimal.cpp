// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/decimal.hpp"

#include <limits>

namespace oscegraph::press {
namespace {

constexpr std::uint64_t most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

/// The digits of the same value with a lower exponent; nullopt when they do not fit.
std::optional<std::uint64_t> lowered(Decimal decimal, int exponent) {
  std::uint64_t digits = decimal.digits;
  for (int e = decimal.exponent; e > exponent && digits != 0; --e) {
    if (digits > most / 10) return std::nullopt;
    digits *= 10;
  }
  return digits;
}

}  // namespace

std::optional<std::int64_t> Decimal::units(int decimals) const {
  Decimal decimal = *this;
  while (decimal.exponent < -decimals) {
    if (decimal.digits % 10 != 0) return std::nullopt;
    decimal.digits /= 10;
    ++decimal.exponent;
  }
  const auto result = lowered(decimal, -decimals);
  if (!result || *result > most) return std::nullopt;
  return static_cast<std::int64_t>(*result);
}

std::optional<Decimal> sum_of(Decimal a, Decimal b) {
  const int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  const auto left = lowered(a, exponent);
  const auto right = lowered(b, exponent);
  if (!left || !right || *left > most - *right) return std::nullopt;
  return Decimal{*left + *right, exponent};
}

std::optional<Decimal> product_of(Decimal a, Decimal b) {
  if (b.digits != 0 && a.digits > most / b.digits) return std::nullopt;
  return Decimal{a.digits * b.digits, a.exponent + b.exponent};
}

bool is_less(Decimal a, Decimal b) {
  const int exponent = a.exponent < b.exponent ? a.exponent : b.exponent;
  const auto left = lowered(a, exponent);
  const auto right = lowered(b, exponent);
  if (!left) return false;
  return !right || *left < *right;
}

}  // namespace oscegraph::press
