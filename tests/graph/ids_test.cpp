// SPDX-License-Identifier: Apache-2.0
//
// Tests the function that gives the next id: up to the largest id, and the error beyond it.
#include "oscegraph/graph/values/ids.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <string>

#include "oscegraph/graph/values/error.hpp"

using namespace oscegraph;

namespace {

std::string fault_of(std::size_t count) {
  try {
    (void)next_id(count, "claims");
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ids)

BOOST_AUTO_TEST_CASE(ids_follow_one_another_up_to_the_last) {
  BOOST_TEST(next_id(0, "claims") == 0U);
  BOOST_TEST(next_id(0xfffffffe, "claims") == 0xfffffffeU);
}

BOOST_AUTO_TEST_CASE(past_the_last_is_an_error_and_no_small_number) {
  const std::string fault =
      "the input has more claims than one graph can hold; a graph holds up to 4,294,967,295 of "
      "them; load a part of it";
  BOOST_TEST(fault_of(0xffffffff) == fault);
  BOOST_TEST(fault_of(0x100000000) == fault);
  BOOST_TEST(fault_of(std::numeric_limits<std::size_t>::max()) == fault);
}

BOOST_AUTO_TEST_SUITE_END()
