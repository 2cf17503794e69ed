// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/duration.hpp"

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

BOOST_AUTO_TEST_SUITE_END()
