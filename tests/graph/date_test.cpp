// SPDX-License-Identifier: Apache-2.0
//
// Tests dates of three precisions: parsing, order, first and last day, and periods.
#include "oscegraph/graph/values/date.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace oscegraph;

Date date(std::string_view text) { return *Date::parse(text); }

}  // namespace

BOOST_AUTO_TEST_SUITE(date_test)

BOOST_AUTO_TEST_CASE(reads_three_precisions_and_writes_them_back) {
  for (const std::string_view text : {"2024", "2024-11", "2024-11-22", "0001-01-01", "9999-12-31"})
    BOOST_TEST(date(text).text() == text);
  BOOST_TEST(date("2024-11").month() == 11);
  BOOST_TEST(date("2024-11").day() == 0);
  BOOST_TEST(Date().text() == "");
  BOOST_TEST(!Date().known());
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_a_date) {
  for (const std::string_view text :
       {"", "24", "0000", "2024-00", "2024-13", "2024-1", "2024-11-00", "2024-11-31", "2023-02-29",
        "1900-02-29", "2024/11/22", "2024-11-2x", "2024-11-22 ", "-024", "+024", "2024-11-222",
        "22-11-2024"})
    BOOST_TEST(!Date::parse(text).has_value(), text);
  BOOST_TEST(Date::parse("2024-02-29").has_value());
  BOOST_TEST(Date::parse("2000-02-29").has_value());
}

BOOST_AUTO_TEST_CASE(a_date_stands_for_every_day_in_it) {
  BOOST_TEST(date("1970-01-01").first_day() == 0);
  BOOST_TEST(date("1970").first_day() == 0);
  BOOST_TEST(date("1970").last_day() == 364);
  BOOST_TEST(date("1972-02").last_day() == 365 + 365 + 31 + 28);
  BOOST_TEST(date("1969-12-31").last_day() == -1);
}

BOOST_AUTO_TEST_CASE(every_day_of_four_centuries_goes_there_and_back) {
  for (std::int32_t day = -73'000; day <= 73'000; ++day) {
    const Date date = date_from_days(day);
    BOOST_REQUIRE(date.first_day() == day);
    BOOST_REQUIRE(date.last_day() == day);
    BOOST_REQUIRE((Date::parse(date.text()) == date));
    BOOST_REQUIRE((Date::unpack(date.packed()) == date));
  }
}

BOOST_AUTO_TEST_CASE(the_less_precise_comes_first) {
  BOOST_TEST((Date() < date("0001")));
  BOOST_TEST((date("2024") < date("2024-01")));
  BOOST_TEST((date("2024-01") < date("2024-01-01")));
  BOOST_TEST((date("2024-01-31") < date("2024-02")));
}

BOOST_AUTO_TEST_CASE(ranks_are_in_the_order_of_days) {
  std::vector<Date> dates;
  for (const int year : {1, 2023, 2024, 9999}) {
    const std::string text =
        std::string(4 - std::to_string(year).size(), '0') + std::to_string(year);
    dates.push_back(date(text));
    for (const std::string month : {"01", "02", "04", "12"}) {
      dates.push_back(date(text + '-' + month));
      for (const std::string day : {"01", "02", "28", "29", "30", "31"})
        if (const auto exists = Date::parse(text + '-' + month + '-' + day))
          dates.push_back(*exists);
    }
  }
  for (const Date a : dates)
    for (const Date b : dates) {
      BOOST_TEST((a.first_rank() < b.first_rank()) == (a.first_day() < b.first_day()));
      BOOST_TEST((a.first_rank() <= b.last_rank()) == (a.first_day() <= b.last_day()));
      BOOST_TEST((a.last_rank() < b.first_rank()) == (a.last_day() < b.first_day()));
      BOOST_TEST((a.last_rank() < b.last_rank()) == (a.last_day() < b.last_day()));
    }
}

BOOST_AUTO_TEST_CASE(a_period_meets_days_and_an_unknown_side_is_open) {
  const Period closed{date("2023-05"), date("2024")};
  const auto meets = [](const Period& period, std::string_view when) {
    return period.meets({date(when), date(when)});
  };
  BOOST_TEST(meets(closed, "2023-05-31"));
  BOOST_TEST(meets(closed, "2023"));
  BOOST_TEST(meets(closed, "2024-12-31"));
  BOOST_TEST(!meets(closed, "2023-04-30"));
  BOOST_TEST(!meets(closed, "2025"));
  BOOST_TEST(meets({date("2023"), {}}, "2099"));
  BOOST_TEST(!meets({date("2023"), {}}, "2022"));
  BOOST_TEST(meets({{}, date("2023")}, "1999"));
  BOOST_TEST(!meets({{}, date("2023")}, "2024"));
  BOOST_TEST(!Period{}.known());
}

BOOST_AUTO_TEST_SUITE_END()
