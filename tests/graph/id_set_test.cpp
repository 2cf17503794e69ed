// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/id_set.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(id_set_test)

BOOST_AUTO_TEST_CASE(all_and_none_at_every_size_around_a_word) {
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 127U, 128U, 129U}) {
    const IdSet none_at_all(size);
    const IdSet all = IdSet::all(size);
    BOOST_TEST(none_at_all.empty());
    BOOST_TEST(none_at_all.count() == 0U);
    BOOST_TEST(all.count() == size);
    BOOST_TEST(all.empty() == (size == 0));
    BOOST_TEST(all.capacity() == size);
    std::uint32_t expected = 0;
    for (const std::uint32_t id : all) BOOST_TEST(id == expected++);
    BOOST_TEST(expected == size);
  }
}

BOOST_AUTO_TEST_CASE(does_what_a_set_of_numbers_does) {
  test::Random random(12);
  IdSet set(200);
  std::set<std::uint32_t> slow;
  for (int step = 0; step < 2000; ++step) {
    const std::uint32_t id = random.below(200);
    if (random.one_in(2)) {
      set.insert(id);
      slow.insert(id);
    } else {
      set.erase(id);
      slow.erase(id);
    }
    BOOST_REQUIRE(set.contains(id) == slow.contains(id));
    if (step % 50 == 0) {
      BOOST_REQUIRE(set.count() == slow.size());
      BOOST_REQUIRE((std::set<std::uint32_t>(set.begin(), set.end()) == slow));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
