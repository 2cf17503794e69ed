// SPDX-License-Identifier: Apache-2.0
//
// Tests that the parts of a PreparedGraph that are made on first use are made only once, also when
// several threads need them at the same time.
#include <array>
#include <boost/test/unit_test.hpp>
#include <thread>
#include <vector>

#include "oscegraph/ask/prepared_graph.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace oscegraph::test {
namespace {

BOOST_AUTO_TEST_SUITE(prepared_graph_threads)

BOOST_AUTO_TEST_CASE(all_threads_get_the_same) {
  const PreparedGraph prepared(
      make_graph("node state:NO name=Norway\nnode state:TR name=Türkiye\n"));
  struct Seen {
    const NameSearch* search = nullptr;
    NodeId node = none;
    std::string found;
  };
  std::array<Seen, 4> seen;
  std::vector<std::thread> threads;
  for (Seen& own : seen)
    threads.emplace_back([&] {
      own.node = prepared.finder().find("norway", prepared.whole());
      own.search = &prepared.search();
      own.found = node_ids(own.search->find("turkey", prepared.whole(), 1).subset);
    });
  for (std::thread& thread : threads) thread.join();
  for (const Seen& own : seen) {
    BOOST_TEST(own.search == &prepared.search());
    BOOST_TEST(prepared.graph().node_id(own.node) == "state:NO");
    BOOST_TEST(own.found == "state:TR");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
