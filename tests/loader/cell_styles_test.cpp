// SPDX-License-Identifier: Apache-2.0
//
// Tests numbers in cells: a number in another style than the declared one is refused, never
// misread.
#include "oscegraph/loader/records/cell_styles.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace oscegraph;

namespace {

/// The number that is read, or "no" when it is refused.
std::string read(std::string_view text, NumberStyle style) {
  return plain_number(text, style).value_or("no");
}
std::string plain(std::string_view text) { return read(text, NumberStyle::plain); }
std::string point(std::string_view text) { return read(text, NumberStyle::point); }
std::string comma(std::string_view text) { return read(text, NumberStyle::comma); }

}  // namespace

BOOST_AUTO_TEST_SUITE(cell_styles)

BOOST_AUTO_TEST_CASE(numbers_of_the_style) {
  BOOST_TEST(comma("1.200.000,50") == "1200000.50");
  BOOST_TEST(comma("3,5") == "3.5");
  BOOST_TEST(comma("12.500") == "12500");
  BOOST_TEST(comma("0,5") == "0.5");
  BOOST_TEST(comma("1200000") == "1200000");
  BOOST_TEST(point("1,200,000.50") == "1200000.50");
  BOOST_TEST(point("999") == "999");
  BOOST_TEST(point("1'200'000.5") == "1200000.5");
  BOOST_TEST(point("1\u2019200") == "1200");
  BOOST_TEST(plain("1200000.50") == "1200000.50");
  BOOST_TEST(plain("0.500") == "0.500");
}

BOOST_AUTO_TEST_CASE(blanks_between_groups) {
  for (const std::string blank : {" ", "\u00A0", "\u202F", "\u2009", "\u2007"}) {
    BOOST_TEST(comma("1" + blank + "234" + blank + "567,50") == "1234567.50");
    BOOST_TEST(point("12" + blank + "000") == "12000");
    BOOST_TEST(comma(blank + "7,5" + blank) == "7.5");
    BOOST_TEST(plain("1" + blank + "234") == "no");
  }
  // Two numbers in one cell, or a number with a gap.
  BOOST_TEST(comma("1  234") == "no");
  BOOST_TEST(comma("1\n234") == "no");
  BOOST_TEST(comma("1\t234") == "no");
}

BOOST_AUTO_TEST_CASE(numbers_of_another_style) {
  BOOST_TEST(comma("12.50") == "no");
  BOOST_TEST(comma("0.500") == "no");
  BOOST_TEST(comma("1.2000,5") == "no");
  BOOST_TEST(comma("1234.567") == "no");
  BOOST_TEST(comma("1,234,567") == "no");
  BOOST_TEST(comma("1,234.50") == "no");
  BOOST_TEST(point("12,50") == "no");
  BOOST_TEST(point("0,500") == "no");
  BOOST_TEST(point("1.234,50") == "no");
  BOOST_TEST(point("1,234,56") == "no");
  BOOST_TEST(point("1,") == "no");
  BOOST_TEST(plain("1,234") == "no");
  BOOST_TEST(plain("1.2.3") == "no");
  // Two different separators of groups.
  BOOST_TEST(comma("1.234 567") == "no");
  BOOST_TEST(point("1'234,567") == "no");
}

BOOST_AUTO_TEST_CASE(what_is_no_number) {
  for (const std::string_view text : {"", " ", "-", "()", "EUR 5", "5 EUR", "1e5", "n/a", ",5",
                                      "5,", ".5", "5.", "1..2", "1 2", "\u0661"}) {
    BOOST_TEST(comma(text) == "no", text);
    BOOST_TEST(point(text) == "no", text);
    BOOST_TEST(plain(text) == "no", text);
  }
}

BOOST_AUTO_TEST_CASE(a_minus_is_known_by_its_place) {
  BOOST_TEST(comma("-123.456,00") == "-123456.00");
  BOOST_TEST(comma("-1.234.567,89") == "-1234567.89");
  BOOST_TEST(comma("- 5,00") == "-5.00");
  BOOST_TEST(point("\u2212123,456") == "-123456");
  BOOST_TEST(point("\u2013 1,000.50") == "-1000.50");
  BOOST_TEST(point("\u2010"
                   "5") == "-5");
  BOOST_TEST(plain("-12.5") == "-12.5");
  BOOST_TEST(plain("\u2212"
                   "12.5") == "-12.5");
  BOOST_TEST(point("(1,234.00)") == "-1234.00");
  BOOST_TEST(comma("( 1.234,00 )") == "-1234.00");
  // "100.-" is one hundred in Switzerland, "5-" may be a truncated range.
  for (const std::string_view text :
       {"5-", "100.-", "1,234.00-", "--5", "(-5)", "-(5)", "(5", "5)", "+5", "2-3"}) {
    BOOST_TEST(plain(text) == "no", text);
    BOOST_TEST(point(text) == "no", text);
  }
}

BOOST_AUTO_TEST_CASE(dates_of_the_style) {
  BOOST_TEST(iso_date("22.11.2024", DateStyle::day_first) == "2024-11-22");
  BOOST_TEST(iso_date("1.2.2024", DateStyle::day_first) == "2024-02-01");
  BOOST_TEST(iso_date("05/06/2014", DateStyle::day_first_slash) == "2014-06-05");
  BOOST_TEST(iso_date("31-12-2014", DateStyle::day_first_hyphen) == "2014-12-31");
  BOOST_TEST(iso_date("11/22/2024", DateStyle::month_first) == "2024-11-22");
  for (const DateStyleRow& row : date_styles())
    for (const std::string_view ours : {"2024-11-22", "2024-11", "2024"})
      BOOST_TEST(iso_date(ours, row.style) == ours);
  for (const std::string_view other : {"in May", "22.11.24", "22. November 2024", "1.2.3.2024", ""})
    BOOST_TEST(other_date_styles(other, DateStyle::iso) == "", other);
}

BOOST_AUTO_TEST_CASE(days_of_times_and_years_of_numbers) {
  for (const std::string_view text :
       {"2015-06-10T00:00:00+00:00", "2015-06-10 13:44:07", "2015-06-10 ", "2015-06-10T13:44Z",
        "2015-06-10T13:44:07.123-0500", "2015-06-10 1:44 PM"})
    BOOST_TEST(iso_date(text, DateStyle::iso) == "2015-06-10", text);
  BOOST_TEST(iso_date("10.6.2015 13:44", DateStyle::day_first) == "2015-06-10");
  BOOST_TEST(iso_date("2016.0", DateStyle::iso) == "2016");
  for (const std::string_view text : {"2015-06-10 to 2016", "2015-06-10Tuesday", "2016.5",
                                      "2015-06-10 1", "2015-06-10 13:44 or so"})
    BOOST_TEST(iso_date(text, DateStyle::iso) == text, text);
}

BOOST_AUTO_TEST_CASE(styles_that_would_read_a_cell) {
  const auto any = [](std::string_view) { return true; };
  BOOST_TEST(other_number_styles("1.234,56", NumberStyle::plain, any) ==
             "'numbers = 1.234,56' would read it");
  BOOST_TEST(other_number_styles("1 234", NumberStyle::plain, any) ==
             "'numbers = 1,234.56' or 'numbers = 1.234,56' would read it");
  BOOST_TEST(other_number_styles("five", NumberStyle::plain, any) == "");
  BOOST_TEST(other_number_styles("5", NumberStyle::plain, [](auto) { return false; }) == "");
  BOOST_TEST(other_date_styles("05/06/2014", DateStyle::iso) ==
             "'dates = DD/MM/YYYY' or 'dates = MM/DD/YYYY' would read it");
  BOOST_TEST(other_date_styles("31/12/2014", DateStyle::month_first) ==
             "'dates = DD/MM/YYYY' would read it");
}

BOOST_AUTO_TEST_SUITE_END()
