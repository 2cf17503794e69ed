// SPDX-License-Identifier: Apache-2.0
//
// Tests the neighbours of a node and their distances, which are compared with those of the slow
// reference.
#include "oscegraph/queries/paths/neighbors.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/queries/slow_paths.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(neighbors_test)

BOOST_AUTO_TEST_CASE(rows_say_how_far_by_what_relation_and_through_whom) {
  //   NO → p ← x (implements and partners)     NO → q ← x     p → TJ
  const Graph graph = make_graph(R"(
state:NO funds project:p
state:NO funds project:q
office:x implements project:p
office:x partners project:p
office:x implements project:q
project:p assists state:TJ
)");
  const Subset whole = Subset::whole(graph);
  const NodeId norway = node(graph, "state:NO");
  BOOST_TEST(lines(table_of(neighbors(whole, {norway, 1, Direction::both}))) ==
             "node | node_id | kind | distance | relations\n"
             "p | project:p | project | 1 | funds\n"
             "q | project:q | project | 1 | funds\n");
  const Answer two = to_answer(neighbors(whole, {norway, 2, Direction::both}));
  BOOST_TEST(lines(two.table, {"node", "distance", "relations", "through"}) ==
             "node | distance | relations | through\n"
             "p | 1 | funds | -\n"
             "q | 1 | funds | -\n"
             "x | 2 | implemented by, partnered by | p, q\n"
             "TJ | 2 | assists | p\n");
  BOOST_TEST(two.subset.score("distance")->values[norway] == 0.0);
  BOOST_TEST(two.subset.edges().count() == graph.edge_count());
  BOOST_TEST(lines(table_of(neighbors(whole, {norway, 2, Direction::out})), {"node"}) ==
             "node\np\nq\nTJ\n");
  BOOST_TEST(note_lines(table_of(neighbors(whole, {norway, 2, Direction::in}))) ==
             "NO has no neighbours here.\n");
  BOOST_CHECK_THROW(neighbors(Subset(graph), {norway, 1, Direction::both}), Error);
}

BOOST_AUTO_TEST_CASE(distances_agree_with_the_slow_paths) {
  Random random(6);
  for (int round = 0; round < 30; ++round) {
    const Graph graph = make_plain_graph(8, random_arrows(random, 8, 10));
    const Subset scope = Subset::whole(graph);
    for (const Direction direction : {Direction::out, Direction::in, Direction::both}) {
      const Answer answer = to_answer(neighbors(scope, {0, 3, direction}));
      const std::vector<double>& distance = answer.subset.score("distance")->values;
      for (NodeId n = 1; n < 8; ++n) {
        const auto paths = SlowPaths(scope, direction).all(0, n, 3);
        if (paths.empty()) BOOST_TEST(std::isnan(distance[n]));
        else BOOST_TEST(distance[n] == static_cast<double>(paths.front().size() - 1));
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
