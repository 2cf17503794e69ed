// SPDX-License-Identifier: Apache-2.0
//
// Tests bit sets of ids by comparison with a std::set, at sizes around a machine word.
#include "oscegraph/graph/columns/id_set.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <utility>

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

BOOST_AUTO_TEST_CASE(the_set_of_all_is_the_set_that_was_filled) {
  for (const std::uint32_t size : {1U, 63U, 64U, 65U, 200U}) {
    const IdSet all = IdSet::all(size);
    IdSet filled(size);
    for (std::uint32_t id = 0; id < size; ++id) filled.insert(id);
    BOOST_TEST((all == filled));
    IdSet fewer = all;
    fewer.insert(0);  // it was in the set already
    BOOST_TEST((fewer == all));
    fewer.erase(size - 1);
    BOOST_TEST(!(fewer == all));
    BOOST_TEST(fewer.count() == size - 1);
    BOOST_TEST(!fewer.contains(size - 1));
    filled.erase(size - 1);
    BOOST_TEST((std::ranges::equal(fewer, filled)));
    BOOST_TEST(all.count() == size);  // the copy does not share its memory
  }
}

BOOST_AUTO_TEST_CASE(a_union_has_what_either_has) {
  const IdSet all = IdSet::all(100);
  IdSet odd(100);
  IdSet small(100);
  for (std::uint32_t id = 0; id < 100; ++id) {
    if (id % 2 == 1) odd.insert(id);
    if (id < 40) small.insert(id);
  }
  IdSet both = odd;
  both.unite(small);
  for (std::uint32_t id = 0; id < 100; ++id)
    BOOST_TEST(both.contains(id) == (id % 2 == 1 || id < 40));
  const IdSet* const either[] = {&all, &odd};
  for (const IdSet* one : either)
    for (const IdSet* other : either) {
      IdSet united = *one;
      united.unite(*other);
      BOOST_TEST((united == (one == &all || other == &all ? all : odd)));
    }
}

BOOST_AUTO_TEST_CASE(sets_are_copied_and_moved) {
  IdSet set(70);
  set.insert(69);
  IdSet taken = std::move(set);
  BOOST_TEST(taken.contains(69));
  set = IdSet::all(3);
  BOOST_TEST(set.count() == 3U);
  const IdSet& itself = set;
  set = itself;
  BOOST_TEST(set.count() == 3U);
  taken = set;
  BOOST_TEST((taken == set));
  taken.erase(1);
  BOOST_TEST(set.contains(1));
}

BOOST_AUTO_TEST_SUITE_END()
