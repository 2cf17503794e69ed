// SPDX-License-Identifier: Apache-2.0
//
// Tests that collect_ranges() returns its results in order, for any number of threads.
#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/threads/collect_ranges.hpp"

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(collect_ranges_threads)

BOOST_AUTO_TEST_CASE(what_is_found_is_in_order_for_any_number_of_threads) {
  for (const std::size_t size : {0U, 1U, 9U, 10U, 11U, 1000U})
    for (const unsigned threads : {1U, 2U, 5U}) {
      const auto found = collect_ranges<std::size_t>(
          size, 10, {.threads = threads}, [](std::size_t first, std::size_t last, auto& into) {
            for (std::size_t i = first; i < last; ++i)
              if (i % 3 != 1) into.push_back(i);
          });
      std::size_t next = 0;
      for (std::size_t i = 0; i < size; ++i)
        if (i % 3 != 1) BOOST_REQUIRE(next < found.size() && found[next++] == i);
      BOOST_TEST(next == found.size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
