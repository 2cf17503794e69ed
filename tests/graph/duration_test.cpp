// SPDX-License-Identifier: Apache-2.0
//
// Tests how durations and sizes are written in words.
#include "oscegraph/graph/values/duration.hpp"

#include <boost/test/unit_test.hpp>

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(duration)

BOOST_AUTO_TEST_CASE(a_time_is_rounded_up_to_what_people_say) {
  BOOST_TEST(duration_in_words(0) == "1 millisecond");
  BOOST_TEST(duration_in_words(0.2) == "200 milliseconds");
  BOOST_TEST(duration_in_words(0.00612) == "7 milliseconds");
  BOOST_TEST(duration_in_words(0.95) == "950 milliseconds");
  BOOST_TEST(duration_in_words(1) == "1 second");
  BOOST_TEST(duration_in_words(59) == "59 seconds");
  BOOST_TEST(duration_in_words(60) == "1 minute");
  BOOST_TEST(duration_in_words(61) == "2 minutes");
  BOOST_TEST(duration_in_words(7200) == "120 minutes");
  BOOST_TEST(duration_in_words(7201) == "3 hours");
  BOOST_TEST(duration_in_words(1e6) == "12 days");
  BOOST_TEST(duration_in_words(1e300) == "1,000,000 days");
}

BOOST_AUTO_TEST_CASE(sizes_are_said_for_people) {
  BOOST_TEST(size_in_words(0) == "0 kB");
  BOOST_TEST(size_in_words(1) == "1 kB");
  BOOST_TEST(size_in_words((1U << 20U) - 1) == "1,024 kB");
  BOOST_TEST(size_in_words(900U << 20U) == "900 MB");
  BOOST_TEST(size_in_words(std::uint64_t{3} << 30U) == "3 GB");
}

BOOST_AUTO_TEST_SUITE_END()
