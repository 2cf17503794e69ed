// SPDX-License-Identifier: Apache-2.0
//
// Defines the currencies of ISO 4217, and parses and writes amounts exactly.
#include "oscegraph/graph/values/money.hpp"

#include <algorithm>
#include <limits>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

enum class Use : std::uint8_t { common, rare };
constexpr Use rare = Use::rare;

struct CurrencyRow {
  std::string_view code;
  int decimals;
  Use use = Use::common;
};

// All codes of ISO 4217, of list one (in use) and list three (withdrawn), ordered by code (a test
// checks the order). Codes in which no sum can be stated are left out: metals, the four bond units,
// the code for tests and the one for "no currency". List three gives no minor units, so a withdrawn
// code has the decimals it had when it was used, and two when they are not known: a digit too many
// loses nothing. The decimals of a code must never change, since graph files hold minor units.
constexpr CurrencyRow rows[] = {
    {"", 0},  // no currency
    {"ADP", 0, rare}, {"AED", 2},       {"AFA", 2, rare}, {"AFN", 2},       {"ALK", 2, rare},
    {"ALL", 2},       {"AMD", 2},       {"ANG", 2},       {"AOA", 2},       {"AOK", 2, rare},
    {"AON", 2, rare}, {"AOR", 2, rare}, {"ARA", 2, rare}, {"ARP", 2, rare}, {"ARS", 2},
    {"ARY", 2, rare}, {"ATS", 2},       {"AUD", 2},       {"AWG", 2},       {"AYM", 2, rare},
    {"AZM", 2},       {"AZN", 2},       {"BAD", 2, rare}, {"BAM", 2},       {"BBD", 2},
    {"BDT", 2},       {"BEC", 2, rare}, {"BEF", 2},       {"BEL", 2, rare}, {"BGJ", 2, rare},
    {"BGK", 2, rare}, {"BGL", 2},       {"BGN", 2},       {"BHD", 3},       {"BIF", 0},
    {"BMD", 2},       {"BND", 2},       {"BOB", 2},       {"BOP", 2, rare}, {"BOV", 2, rare},
    {"BRB", 2, rare}, {"BRC", 2, rare}, {"BRE", 2, rare}, {"BRL", 2},       {"BRN", 2, rare},
    {"BRR", 2, rare}, {"BSD", 2},       {"BTN", 2},       {"BUK", 2, rare}, {"BWP", 2},
    {"BYB", 2},       {"BYN", 2},       {"BYR", 0},       {"BZD", 2},       {"CAD", 2},
    {"CDF", 2},       {"CHC", 2, rare}, {"CHE", 2, rare}, {"CHF", 2},       {"CHW", 2, rare},
    {"CLF", 4, rare}, {"CLP", 0},       {"CNY", 2},       {"COP", 2},       {"COU", 2, rare},
    {"CRC", 2},       {"CSD", 2},       {"CSJ", 2, rare}, {"CSK", 2},       {"CUC", 2},
    {"CUP", 2},       {"CVE", 2},       {"CYP", 2},       {"CZK", 2},       {"DDM", 2},
    {"DEM", 2},       {"DJF", 0},       {"DKK", 2},       {"DOP", 2},       {"DZD", 2},
    {"ECS", 2, rare}, {"ECV", 2, rare}, {"EEK", 2},       {"EGP", 2},       {"ERN", 2},
    {"ESA", 2, rare}, {"ESB", 2, rare}, {"ESP", 0},       {"ETB", 2},       {"EUR", 2},
    {"FIM", 2},       {"FJD", 2},       {"FKP", 2},       {"FRF", 2},       {"GBP", 2},
    {"GEK", 2},       {"GEL", 2},       {"GHC", 2, rare}, {"GHP", 2, rare}, {"GHS", 2},
    {"GIP", 2},       {"GMD", 2},       {"GNE", 2, rare}, {"GNF", 0},       {"GNS", 2, rare},
    {"GQE", 2, rare}, {"GRD", 2},       {"GTQ", 2},       {"GWE", 2, rare}, {"GWP", 2, rare},
    {"GYD", 2},       {"HKD", 2},       {"HNL", 2},       {"HRD", 2},       {"HRK", 2},
    {"HTG", 2},       {"HUF", 2},       {"IDR", 2},       {"IEP", 2},       {"ILP", 2, rare},
    {"ILR", 2, rare}, {"ILS", 2},       {"INR", 2},       {"IQD", 3},       {"IRR", 2},
    {"ISJ", 2, rare}, {"ISK", 0},       {"ITL", 0},       {"JMD", 2},       {"JOD", 3},
    {"JPY", 0},       {"KES", 2},       {"KGS", 2},       {"KHR", 2},       {"KMF", 0},
    {"KPW", 2},       {"KRW", 0},       {"KWD", 3},       {"KYD", 2},       {"KZT", 2},
    {"LAJ", 2, rare}, {"LAK", 2},       {"LBP", 2},       {"LKR", 2},       {"LRD", 2},
    {"LSL", 2},       {"LSM", 2, rare}, {"LTL", 2},       {"LTT", 2},       {"LUC", 2, rare},
    {"LUF", 0},       {"LUL", 2, rare}, {"LVL", 2},       {"LVR", 2},       {"LYD", 3},
    {"MAD", 2},       {"MDL", 2},       {"MGA", 2},       {"MGF", 0, rare}, {"MKD", 2},
    {"MLF", 2, rare}, {"MMK", 2},       {"MNT", 2},       {"MOP", 2},       {"MRO", 2, rare},
    {"MRU", 2},       {"MTL", 2},       {"MTP", 2, rare}, {"MUR", 2},       {"MVQ", 2, rare},
    {"MVR", 2},       {"MWK", 2},       {"MXN", 2},       {"MXP", 2, rare}, {"MXV", 2, rare},
    {"MYR", 2},       {"MZE", 2, rare}, {"MZM", 2, rare}, {"MZN", 2},       {"NAD", 2},
    {"NGN", 2},       {"NIC", 2, rare}, {"NIO", 2},       {"NLG", 2},       {"NOK", 2},
    {"NPR", 2},       {"NZD", 2},       {"OMR", 3},       {"PAB", 2},       {"PEH", 2, rare},
    {"PEI", 2, rare}, {"PEN", 2},       {"PES", 2, rare}, {"PGK", 2},       {"PHP", 2},
    {"PKR", 2},       {"PLN", 2},       {"PLZ", 2},       {"PTE", 0},       {"PYG", 0},
    {"QAR", 2},       {"RHD", 2, rare}, {"ROL", 2},       {"RON", 2},       {"RSD", 2},
    {"RUB", 2},       {"RUR", 2},       {"RWF", 0},       {"SAR", 2},       {"SBD", 2},
    {"SCR", 2},       {"SDD", 2, rare}, {"SDG", 2},       {"SDP", 2, rare}, {"SEK", 2},
    {"SGD", 2},       {"SHP", 2},       {"SIT", 2},       {"SKK", 2},       {"SLE", 2},
    {"SLL", 2},       {"SOS", 2},       {"SRD", 2},       {"SRG", 2, rare}, {"SSP", 2},
    {"STD", 2, rare}, {"STN", 2},       {"SUR", 2, rare}, {"SVC", 2},       {"SYP", 2},
    {"SZL", 2},       {"THB", 2},       {"TJR", 0},       {"TJS", 2},       {"TMM", 2},
    {"TMT", 2},       {"TND", 3},       {"TOP", 2},       {"TPE", 0, rare}, {"TRL", 0},
    {"TRY", 2},       {"TTD", 2},       {"TWD", 2},       {"TZS", 2},       {"UAH", 2},
    {"UAK", 2},       {"UGS", 2, rare}, {"UGW", 2, rare}, {"UGX", 0},       {"USD", 2},
    {"USN", 2, rare}, {"USS", 2, rare}, {"UYI", 0, rare}, {"UYN", 2, rare}, {"UYP", 2, rare},
    {"UYU", 2},       {"UYW", 4, rare}, {"UZS", 2},       {"VEB", 2, rare}, {"VED", 2},
    {"VEF", 2, rare}, {"VES", 2},       {"VNC", 2, rare}, {"VND", 0},       {"VUV", 0},
    {"WST", 2},       {"XAD", 2, rare}, {"XAF", 0},       {"XCD", 2},       {"XCG", 2},
    {"XDR", 0},       {"XEU", 0},       {"XFO", 2, rare}, {"XFU", 2, rare}, {"XOF", 0},
    {"XPF", 0},       {"XRE", 2, rare}, {"XSU", 2, rare}, {"XUA", 2, rare}, {"YDD", 2, rare},
    {"YER", 2},       {"YUD", 2},       {"YUM", 2},       {"YUN", 2},       {"ZAL", 2, rare},
    {"ZAR", 2},       {"ZMK", 2, rare}, {"ZMW", 2},       {"ZRN", 2, rare}, {"ZRZ", 2, rare},
    {"ZWC", 2, rare}, {"ZWD", 2, rare}, {"ZWG", 2},       {"ZWL", 2},       {"ZWN", 2, rare},
    {"ZWR", 2, rare},
};
static_assert(std::size(rows) <= 65536, "a currency is two bytes");

// The withdrawn codes, those of list three at the end of 2026.
constexpr std::string_view withdrawn_codes =
    "ADP AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BGN BOP "
    "BRB BRC BRE BRN BRR BUK BYB BYR CHC CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP "
    "FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE GWP HRD HRK IEP ILP ILR ISJ ITL LAJ LSM LTL LTT "
    "LUC LUF LUL LVL LVR MGF MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ PTE RHD "
    "ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USS UYN UYP VEB VEF "
    "VNC XEU XFO XFU XRE YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR ";

/// Puts a decimal point before the last `decimals` digits, with at least one digit before it.
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
  return from_index(static_cast<std::uint16_t>(row - std::begin(rows)));
}

std::size_t Currency::count() { return std::size(rows); }

std::vector<std::string_view> Currency::codes() {
  std::vector<std::string_view> result;
  for (const CurrencyRow& row : rows)
    if (!row.code.empty()) result.push_back(row.code);
  return result;
}

bool Currency::valid() const { return index_ < std::size(rows); }
std::string_view Currency::code() const { return rows[index_].code; }
int Currency::decimals() const { return rows[index_].decimals; }
bool Currency::common() const { return rows[index_].use == Use::common; }
bool Currency::withdrawn() const {
  return known() && withdrawn_codes.find(code()) != std::string_view::npos;
}

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
  // "1.200": the zeros would not change the value, but three digits after a point mostly mean
  // thousands.
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
