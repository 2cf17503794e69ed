// SPDX-License-Identifier: Apache-2.0
//
// Tests the span from the earliest to the latest of several dates.
#include "oscegraph/queries/funding/time_span.hpp"

#include <boost/test/unit_test.hpp>
#include <initializer_list>
#include <utility>

namespace {

using namespace oscegraph;

using Texts = std::pair<const char*, const char*>;

std::string span_of(std::initializer_list<Texts> periods) {
  TimeSpan span;
  for (const auto& [start, end] : periods)
    span.add({Date::parse(start).value_or(Date()), Date::parse(end).value_or(Date())});
  return span.first().text() + " to " + span.last().text();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(time_span)

BOOST_AUTO_TEST_CASE(spans_from_the_earliest_to_the_latest) {
  BOOST_TEST(span_of({}) == " to ");
  BOOST_TEST(span_of({{"2023-05", "2024"}, {"2022-12-31", "2023-01"}}) == "2022-12-31 to 2024");
  BOOST_TEST(span_of({{"2023", ""}, {"", "2021-06"}}) == "2021-06 to 2023");
}

BOOST_AUTO_TEST_CASE(of_dates_that_begin_or_end_together_the_first_stays) {
  BOOST_TEST(span_of({{"2023", "2024-12-31"}, {"2023-01-01", "2024"}}) == "2023 to 2024-12-31");
  BOOST_TEST(span_of({{"2023-01", "2024-02"}, {"2023", "2024-02-29"}}) == "2023-01 to 2024-02");
}

BOOST_AUTO_TEST_SUITE_END()
