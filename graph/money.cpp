// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/money.hpp"

#include <algorithm>
#include <limits>

#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

struct CurrencyRow {
  std::string_view code;
  int decimals;
};

// ISO 4217 lists one and three, ordered by code (a test checks the order); withdrawn codes from
// 1990 on are kept because documents of those years use them. Funds codes, metals and testing codes
// are left out: no document pays in them.
constexpr CurrencyRow rows[] = {
    {"", 0},  // no currency
    {"AED", 2}, {"AFN", 2}, {"ALL", 2}, {"AMD", 2}, {"ANG", 2}, {"AOA", 2}, {"ARS", 2}, {"ATS", 2},
    {"AUD", 2}, {"AWG", 2}, {"AZM", 2}, {"AZN", 2}, {"BAM", 2}, {"BBD", 2}, {"BDT", 2}, {"BEF", 2},
    {"BGL", 2}, {"BGN", 2}, {"BHD", 3}, {"BIF", 0}, {"BMD", 2}, {"BND", 2}, {"BOB", 2}, {"BRL", 2},
    {"BSD", 2}, {"BTN", 2}, {"BWP", 2}, {"BYB", 2}, {"BYN", 2}, {"BYR", 0}, {"BZD", 2}, {"CAD", 2},
    {"CDF", 2}, {"CHF", 2}, {"CLP", 0}, {"CNY", 2}, {"COP", 2}, {"CRC", 2}, {"CSD", 2}, {"CUC", 2},
    {"CUP", 2}, {"CVE", 2}, {"CYP", 2}, {"CZK", 2}, {"DEM", 2}, {"DJF", 0}, {"DKK", 2}, {"DOP", 2},
    {"DZD", 2}, {"EEK", 2}, {"EGP", 2}, {"ERN", 2}, {"ESP", 0}, {"ETB", 2}, {"EUR", 2}, {"FIM", 2},
    {"FJD", 2}, {"FKP", 2}, {"FRF", 2}, {"GBP", 2}, {"GEL", 2}, {"GHS", 2}, {"GIP", 2}, {"GMD", 2},
    {"GNF", 0}, {"GRD", 2}, {"GTQ", 2}, {"GYD", 2}, {"HKD", 2}, {"HNL", 2}, {"HRD", 2}, {"HRK", 2},
    {"HTG", 2}, {"HUF", 2}, {"IDR", 2}, {"IEP", 2}, {"ILS", 2}, {"INR", 2}, {"IQD", 3}, {"IRR", 2},
    {"ISK", 0}, {"ITL", 0}, {"JMD", 2}, {"JOD", 3}, {"JPY", 0}, {"KES", 2}, {"KGS", 2}, {"KHR", 2},
    {"KMF", 0}, {"KPW", 2}, {"KRW", 0}, {"KWD", 3}, {"KYD", 2}, {"KZT", 2}, {"LAK", 2}, {"LBP", 2},
    {"LKR", 2}, {"LRD", 2}, {"LSL", 2}, {"LTL", 2}, {"LUF", 0}, {"LVL", 2}, {"LYD", 3}, {"MAD", 2},
    {"MDL", 2}, {"MGA", 2}, {"MKD", 2}, {"MMK", 2}, {"MNT", 2}, {"MOP", 2}, {"MRU", 2}, {"MTL", 2},
    {"MUR", 2}, {"MVR", 2}, {"MWK", 2}, {"MXN", 2}, {"MYR", 2}, {"MZN", 2}, {"NAD", 2}, {"NGN", 2},
    {"NIO", 2}, {"NLG", 2}, {"NOK", 2}, {"NPR", 2}, {"NZD", 2}, {"OMR", 3}, {"PAB", 2}, {"PEN", 2},
    {"PGK", 2}, {"PHP", 2}, {"PKR", 2}, {"PLN", 2}, {"PTE", 0}, {"PYG", 0}, {"QAR", 2}, {"ROL", 2},
    {"RON", 2}, {"RSD", 2}, {"RUB", 2}, {"RUR", 2}, {"RWF", 0}, {"SAR", 2}, {"SBD", 2}, {"SCR", 2},
    {"SDG", 2}, {"SEK", 2}, {"SGD", 2}, {"SHP", 2}, {"SIT", 2}, {"SKK", 2}, {"SLE", 2}, {"SLL", 2},
    {"SOS", 2}, {"SRD", 2}, {"SSP", 2}, {"STN", 2}, {"SVC", 2}, {"SYP", 2}, {"SZL", 2}, {"THB", 2},
    {"TJR", 0}, {"TJS", 2}, {"TMM", 2}, {"TMT", 2}, {"TND", 3}, {"TOP", 2}, {"TRL", 0}, {"TRY", 2},
    {"TTD", 2}, {"TWD", 2}, {"TZS", 2}, {"UAH", 2}, {"UAK", 2}, {"UGX", 0}, {"USD", 2}, {"UYU", 2},
    {"UZS", 2}, {"VED", 2}, {"VES", 2}, {"VND", 0}, {"VUV", 0}, {"WST", 2}, {"XAF", 0}, {"XCD", 2},
    {"XDR", 0}, {"XEU", 0}, {"XOF", 0}, {"XPF", 0}, {"YER", 2}, {"YUM", 2}, {"ZAR", 2}, {"ZMW", 2},
    {"ZWL", 2},
};
static_assert(std::size(rows) <= 256, "a currency is one byte");

/// digits with a point before the last `decimals`, at least one digit before the point.
std::string place_point(std::string digits, int decimals) {
  if (decimals == 0) return digits;
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  return digits.insert(digits.size() - places, 1, '.');
}

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  const auto row = std::ranges::lower_bound(rows, code, {}, &CurrencyRow::code);
  if (row == std::end(rows) || row->code != code) return std::nullopt;
  return from_index(static_cast<std::uint8_t>(row - std::begin(rows)));
}

std::vector<std::string_view> Currency::codes() {
  std::vector<std::string_view> result;
  for (const CurrencyRow& row : rows)
    if (!row.code.empty()) result.push_back(row.code);
  return result;
}

bool Currency::valid() const { return index_ < std::size(rows); }
std::string_view Currency::code() const { return rows[index_].code; }
int Currency::decimals() const { return rows[index_].decimals; }

std::string Money::decimal() const {
  std::string digits = place_point(to_text(magnitude(minor)), currency.decimals());
  return minor < 0 ? "-" + digits : digits;
}

std::string Money::grouped_decimal() const {
  std::string digits = place_point(to_text(magnitude(minor)), currency.decimals());
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t i = point; i > 3; i -= 3) digits.insert(i - 3, 1, ',');
  return minor < 0 ? "-" + digits : digits;
}

ParsedAmount parse_amount(std::string_view text, Currency currency) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::uint64_t value = 0;
  int decimals = -1;  // digits seen after the point; -1 before it
  bool any_digit = false;
  for (const char c : text) {
    if (c == '.' && decimals < 0 && any_digit) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9') return {0, AmountFault::not_a_number};
    any_digit = true;
    if (decimals >= 0 && ++decimals > currency.decimals()) {
      if (c != '0') return {0, AmountFault::too_many_decimals};
      continue;
    }
    constexpr auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const auto digit = static_cast<std::uint64_t>(c - '0');
    if (value > (limit - digit) / 10) return {0, AmountFault::too_large};
    value = value * 10 + digit;
  }
  if (!any_digit || decimals == 0) return {0, AmountFault::not_a_number};
  // "1.200": zeros past the cents would change nothing, but whoever writes three of them after a
  // point mostly means thousands.
  if (decimals == 3 && currency.decimals() < 3) return {0, AmountFault::too_many_decimals};
  for (int i = std::max(decimals, 0); i < currency.decimals(); ++i) {
    constexpr auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value > limit / 10) return {0, AmountFault::too_large};
    value *= 10;
  }
  const auto minor = static_cast<std::int64_t>(value);
  return {negative ? -minor : minor, AmountFault::no_fault};
}

}  // namespace oscegraph
