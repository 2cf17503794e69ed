// SPDX-License-Identifier: Apache-2.0
//
// Represents money as documents state it: an exact whole number of minor units (cents) and an ISO
// 4217 currency. A sum is exact, or adding fails. Currencies are never converted.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

/// A currency of ISO 4217, in use or withdrawn (older documents use those).
class Currency {
 public:
  /// No currency.
  constexpr Currency() = default;

  /// By its upper-case code, "EUR"; nullopt when ISO 4217 has no such code.
  static std::optional<Currency> parse(std::string_view code);
  static std::vector<std::string_view> codes();

  [[nodiscard]] constexpr bool known() const { return index_ != 0; }
  /// False when the index, which may come from a damaged file, stands for nothing.
  [[nodiscard]] bool valid() const;
  [[nodiscard]] std::string_view code() const;
  /// Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD.
  [[nodiscard]] int decimals() const;
  /// Whether running text may name the currency by its code. Rare codes (some withdrawn currencies,
  /// funds, units of account) seldom occur in documents, and are too often words: "SUR", "CHE".
  [[nodiscard]] bool common() const;
  /// Whether ISO 4217 has withdrawn it (list three), so that no payment today is in it.
  [[nodiscard]] bool withdrawn() const;

  /// The number that a column stores; stable within one build only.
  [[nodiscard]] constexpr std::uint16_t index() const { return index_; }
  /// The number of indexes, that of "no currency" included.
  static std::size_t count();
  static constexpr Currency from_index(std::uint16_t index) {
    Currency currency;
    currency.index_ = index;
    return currency;
  }
  /// By code, alphabetically; "no currency" first.
  friend constexpr auto operator<=>(Currency, Currency) = default;

 private:
  std::uint16_t index_ = 0;
};

struct Money {
  std::int64_t minor = 0;
  Currency currency;

  /// "1200000.00": all the currency's decimals, no grouping, no code.
  [[nodiscard]] std::string decimal() const;
  /// "1,200,000.00": for people.
  [[nodiscard]] std::string grouped_decimal() const;
  friend constexpr auto operator<=>(const Money&, const Money&) = default;
};

enum class AmountFault : std::uint8_t { no_fault, not_a_number, too_many_decimals, too_large };

struct ParsedAmount {
  std::int64_t minor = 0;
  AmountFault fault = AmountFault::no_fault;
};

/// Reads a plain decimal ("1200000", "-12.5", "964196.22") into minor units of `currency`, exactly.
/// Grouping, exponents, currency signs and decimals the currency does not have are faults.
ParsedAmount parse_amount(std::string_view text, Currency currency);

/// a + b, or nullopt when the sum does not fit in 64 bits.
inline std::optional<std::int64_t> checked_sum(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) return std::nullopt;
  return sum;
}

}  // namespace oscegraph
