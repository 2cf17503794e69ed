// SPDX-License-Identifier: Apache-2.0
//
// Tests group_by_key() by comparison with a stable sort, at the borders of the ranges of keys, for
// several numbers of threads.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/threads/group_by_key.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;

struct Thing {
  std::uint32_t key;
  std::uint32_t number;
};

void check(const Groups<Thing>& groups, std::vector<Thing> things, std::size_t bound) {
  std::ranges::stable_sort(things, {}, &Thing::key);
  BOOST_REQUIRE(groups.size() == bound);
  BOOST_REQUIRE(groups.empty() == things.empty());
  auto expected = things.begin();
  for (std::size_t key = 0; key < bound; ++key)
    for (const Thing& thing : groups.of(key)) {
      BOOST_REQUIRE(thing.key == key);
      BOOST_REQUIRE(expected != things.end());
      BOOST_REQUIRE(thing.number == expected++->number);
    }
  BOOST_TEST((expected == things.end()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(group_by_key_test)

BOOST_AUTO_TEST_CASE(groups_are_those_of_a_stable_sort) {
  test::Random random(3);
  for (const std::size_t bound : {0U, 1U, 4095U, 4096U, 4097U, 9000U})
    for (const std::uint32_t size : {0U, 1U, 5000U}) {
      if (bound == 0 && size > 0) continue;
      std::vector<Thing> things;
      for (std::uint32_t i = 0; i < size; ++i)
        things.push_back({random.below(static_cast<std::uint32_t>(bound)), i});
      for (const unsigned threads : {1U, 2U, 3U, 9U})
        check(group_by_key<Thing>(
                  size, bound, {.threads = threads}, [&](std::size_t i) { return things[i].key; },
                  [&](std::size_t i) { return things[i]; }),
              things, bound);
      check(group_pairs<Thing>(bound,
                               [&](const auto& put) {
                                 for (const Thing& thing : things) put(thing.key, thing);
                               }),
            things, bound);
    }
}

BOOST_AUTO_TEST_SUITE_END()
