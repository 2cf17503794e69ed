// SPDX-License-Identifier: Apache-2.0
//
// Tests currencies and exact amounts: parsing with each kind of fault, writing, adding.
#include "oscegraph/graph/values/money.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <ostream>

#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;

constexpr auto largest = std::numeric_limits<std::int64_t>::max();

Currency currency(std::string_view code) { return *Currency::parse(code); }

AmountFault fault(std::string_view text, std::string_view code = "EUR") {
  return parse_amount(text, currency(code)).fault;
}

std::int64_t minor(std::string_view text, std::string_view code = "EUR") {
  const ParsedAmount amount = parse_amount(text, currency(code));
  BOOST_TEST((amount.fault == AmountFault::no_fault), text);
  return amount.minor;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(money_test)

BOOST_AUTO_TEST_CASE(currencies_are_in_alphabetical_order_each_once_and_found) {
  const auto codes = Currency::codes();
  BOOST_TEST(codes.size() == Currency::count() - 1);
  BOOST_TEST((std::ranges::adjacent_find(codes, std::ranges::greater_equal()) == codes.end()));
  for (const std::string_view code : codes) {
    BOOST_TEST(currency(code).code() == code);
    BOOST_TEST(currency(code).known());
    BOOST_TEST((Currency::from_index(currency(code).index()) == currency(code)));
    BOOST_TEST((currency(code).decimals() == 0 || currency(code).decimals() == 2 ||
                currency(code).decimals() == 3 || currency(code).decimals() == 4));
  }
  BOOST_TEST((currency("EUR") < currency("USD")));
}

// Lists one and three of ISO 4217: those in use, and those withdrawn, back to 1978.
BOOST_AUTO_TEST_CASE(codes_in_use_and_withdrawn_codes_are_known) {
  for (const std::string_view code :
       {"XCG", "ZWG", "SLE", "VED", "XAD", "CHE", "CLF", "UYW", "XSU", "XUA", "XDR"})
    BOOST_TEST(Currency::parse(code).has_value(), code);
  for (const std::string_view code :
       {"PLZ", "CSK", "STD", "VEF", "VEB", "AFA", "ALK", "AON", "ARA", "ARP", "BAD", "BRE", "BUK",
        "DDM", "ECS", "GEK", "GHC", "GWP", "ILP", "LTT", "LVR", "MGF", "MRO", "MXP", "MZM", "PEI",
        "SDD", "SRG", "SUR", "TPE", "UGS", "USS", "UYN", "VNC", "XFO", "XRE", "YDD", "YUD", "YUN",
        "ZAL", "ZMK", "ZRZ", "ZWC", "ZWD", "ZWR", "ANG", "HRK", "CUC", "SLL", "ZWL", "BYR"})
    BOOST_TEST(Currency::parse(code).has_value(), code);
  BOOST_TEST(currency("CLF").decimals() == 4);
  BOOST_TEST(currency("UYI").decimals() == 0);
  BOOST_TEST(currency("ADP").decimals() == 0);
  BOOST_TEST(currency("PLZ").decimals() == 2);
  // Codes of metals, bond units and tests are not accepted as currencies.
  for (const std::string_view code :
       {"XAU", "XAG", "XPD", "XPT", "XBA", "XBB", "XBC", "XBD", "XTS"})
    BOOST_TEST(!Currency::parse(code).has_value(), code);
}

BOOST_AUTO_TEST_CASE(withdrawn_codes_are_marked) {
  for (const std::string_view code :
       {"DEM", "FRF", "ITL", "ESP", "ATS", "NLG", "BEF", "PTE", "GRD", "HRK", "BGN", "CSK", "YUM",
        "XEU", "RUR", "BYR", "ZWL", "ANG"})
    BOOST_TEST(currency(code).withdrawn(), code);
  for (const std::string_view code :
       {"EUR", "USD", "RUB", "BYN", "RON", "BAM", "XCG", "ZWG", "SLE", "VED", "XDR", "CHE"})
    BOOST_TEST(!currency(code).withdrawn(), code);
  BOOST_TEST(!Currency().withdrawn());
}

BOOST_AUTO_TEST_CASE(rare_codes_are_not_for_running_text) {
  for (const std::string_view code : {"EUR", "USD", "DEM", "CSK", "ZWG"})
    BOOST_TEST(currency(code).common(), code);
  for (const std::string_view code : {"SUR", "CHE", "BAD", "PES", "LUC", "USS"})
    BOOST_TEST(!currency(code).common(), code);
}

BOOST_AUTO_TEST_CASE(what_is_not_a_currency_is_none) {
  for (const std::string_view code : {"", "eur", "EU", "EURO", "XXQ", "€"})
    BOOST_TEST(!Currency::parse(code).has_value(), code);
  BOOST_TEST(!Currency().known());
  BOOST_TEST(currency("JPY").decimals() == 0);
  BOOST_TEST(currency("KWD").decimals() == 3);
}

BOOST_AUTO_TEST_CASE(amounts_are_exact) {
  BOOST_TEST(minor("1200000") == 120'000'000);
  BOOST_TEST(minor("964196.22") == 96'419'622);
  BOOST_TEST(minor("-12.5") == -1250);
  BOOST_TEST(minor("0.10") == 10);
  BOOST_TEST(minor("007") == 700);
  BOOST_TEST(minor("1.5000") == 150);  // zeros past the cents change nothing
  BOOST_TEST(minor("12", "JPY") == 12);
  BOOST_TEST(minor("12.00", "JPY") == 12);
  BOOST_TEST(minor("1.234", "KWD") == 1234);
  BOOST_TEST(minor("92233720368547758.07") == largest);
  BOOST_TEST(minor("-92233720368547758.07") == -largest);
  BOOST_TEST(minor("9223372036854775807", "JPY") == largest);
}

BOOST_AUTO_TEST_CASE(each_fault_is_named) {
  for (const std::string_view text : {"", "-", ".", ".5", "5.", "1,000", "1 000", "1e6", "€5", "+5",
                                      "1.2.3", "--1", "1.-2", "0x10", "NaN", " 1"})
    BOOST_TEST((fault(text) == AmountFault::not_a_number), text);
  for (const std::string_view text : {"1.001", "0.009", "1.0000000001", "1.200"})
    BOOST_TEST((fault(text) == AmountFault::too_many_decimals), text);
  BOOST_TEST((fault("0.5", "JPY") == AmountFault::too_many_decimals));
  BOOST_TEST((fault("12.000", "JPY") == AmountFault::too_many_decimals));  // twelve thousand?
  for (const std::string_view text : {"92233720368547758.08", "92233720368547759",
                                      "9223372036854775807", "99999999999999999999999"})
    BOOST_TEST((fault(text) == AmountFault::too_large), text);
}

BOOST_AUTO_TEST_CASE(decimals_are_written_in_full_and_read_back) {
  const auto decimal = [](std::int64_t value, std::string_view code) {
    return Money{value, currency(code)}.decimal();
  };
  BOOST_TEST(decimal(120'000'000, "EUR") == "1200000.00");
  BOOST_TEST(decimal(-5, "EUR") == "-0.05");
  BOOST_TEST(decimal(0, "EUR") == "0.00");
  BOOST_TEST(decimal(7, "JPY") == "7");
  BOOST_TEST(decimal(7, "KWD") == "0.007");
  BOOST_TEST(decimal(std::numeric_limits<std::int64_t>::min(), "EUR") == "-92233720368547758.08");
  test::Random random(1);
  for (const std::string_view code : {"EUR", "JPY", "KWD"})
    for (int i = 0; i < 1000; ++i) {
      const auto value = static_cast<std::int64_t>(random.next() >> (1 + random.below(62)));
      BOOST_REQUIRE(minor(decimal(value, code), code) == value);
    }
}

BOOST_AUTO_TEST_CASE(people_get_thousands_apart) {
  const auto grouped = [](std::int64_t value) {
    return Money{value, currency("EUR")}.grouped_decimal();
  };
  BOOST_TEST(grouped(120'000'000) == "1,200,000.00");
  BOOST_TEST(grouped(99'999) == "999.99");
  BOOST_TEST(grouped(-100'000) == "-1,000.00");
  BOOST_TEST((Money{1'234'567, currency("JPY")}.grouped_decimal()) == "1,234,567");
}

BOOST_AUTO_TEST_CASE(sums_are_exact_or_refuse) {
  BOOST_TEST((checked_sum(largest - 1, 1) == largest));
  BOOST_TEST((checked_sum(largest, 1) == std::nullopt));
  BOOST_TEST((checked_sum(-largest - 1, -1) == std::nullopt));
  BOOST_TEST((checked_sum(largest, -largest) == 0));
}

BOOST_AUTO_TEST_SUITE_END()
