// SPDX-License-Identifier: Apache-2.0
//
// Tests weak and strong components by comparison with reachability, on small and random graphs.
#include "oscegraph/queries/communities/components.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/queries/slow_paths.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

std::vector<double> numbers(const Subset& scope, Connection connection) {
  return components(scope, {connection}).subset.score("component")->values;
}

/// Whether two nodes are in one component: there is a path (weak), or a path in each direction
/// (strong).
bool together(const Subset& scope, Connection connection, NodeId a, NodeId b) {
  if (a == b) return true;
  if (connection == Connection::weak) return !SlowPaths(scope, Direction::both).all(a, b).empty();
  SlowPaths slow(scope, Direction::out);
  return !slow.all(a, b).empty() && !slow.all(b, a).empty();
}

bool agrees(const Subset& scope, Connection connection) {
  const std::vector<double> component = numbers(scope, connection);
  for (const NodeId a : scope.nodes())
    for (const NodeId b : scope.nodes())
      if ((component[a] == component[b]) != together(scope, connection, a, b)) return false;
  return true;
}

/// For each node the nodes that it has a path to, by Warshall's algorithm.
std::vector<std::vector<bool>> reach(std::size_t size, const Arrows& arrows,
                                     Connection connection) {
  std::vector<std::vector<bool>> reaches(size, std::vector<bool>(size));
  for (std::size_t n = 0; n < size; ++n) reaches[n][n] = true;
  for (const auto& [from, to] : arrows) {
    reaches[from][to] = true;
    if (connection == Connection::weak) reaches[to][from] = true;
  }
  for (std::size_t k = 0; k < size; ++k)
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j < size; ++j)
        if (reaches[i][k] && reaches[k][j]) reaches[i][j] = true;
  return reaches;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(components_test)

BOOST_AUTO_TEST_CASE(the_largest_is_first_and_lonely_nodes_are_counted) {
  const Graph graph = make_graph(R"(
state:NO funds project:p
state:NO funds project:q
office:x implements project:q
state:AA hosts office:a
node state:ZZ
node agency:un
)");
  const Answer answer = to_answer(components(Subset::whole(graph), {}));
  BOOST_TEST(lines(answer.table) ==
             "component | size | states | offices | projects | agencies | members\n"
             "1 | 4 | 1 | 1 | 2 | 0 | q, NO, x, p\n"
             "2 | 2 | 1 | 1 | 0 | 0 | a, AA\n");
  BOOST_TEST(note_lines(answer.table) == "2 nodes are each a component of its own, not listed.\n");
  BOOST_TEST(answer.subset.score("component")->values[node(graph, "agency:un")] == 3.0);
}

BOOST_AUTO_TEST_CASE(on_every_graph_of_up_to_four_nodes) {
  for (const std::size_t size : {0U, 1U, 2U, 3U, 4U})
    for_each_plain_graph(size, [](const Graph& graph, const Arrows&) {
      const Subset scope = Subset::whole(graph);
      BOOST_REQUIRE(agrees(scope, Connection::weak));
      BOOST_REQUIRE(agrees(scope, Connection::strong));
    });
}

BOOST_AUTO_TEST_CASE(on_random_parts_of_random_graphs) {
  Random random(3);
  for (int round = 0; round < 40; ++round) {
    const Graph graph = make_plain_graph(9, random_arrows(random, 9, 12));
    const Subset whole = Subset::whole(graph);
    Subset part(graph);
    for (const NodeId n : graph.nodes())
      if (random.one_in(2)) part.insert_node(n);
    for (const EdgeId e : graph.edges())
      if (random.one_in(2)) part.insert_edge(e, whole);
    BOOST_REQUIRE(agrees(part, Connection::weak));
    BOOST_REQUIRE(agrees(part, Connection::strong));
  }
}

BOOST_AUTO_TEST_CASE(on_larger_graphs_by_reachability) {
  Random random(4);
  for (const std::size_t count : {30U, 90U, 180U, 360U}) {
    const Arrows arrows = random_arrows(random, 150, count);
    const Subset scope = Subset::whole(make_plain_graph(150, arrows));
    for (const Connection connection : {Connection::weak, Connection::strong}) {
      const auto reaches = reach(150, arrows, connection);
      const std::vector<double> component = numbers(scope, connection);
      for (NodeId a = 0; a < 150; ++a)
        for (NodeId b = 0; b < 150; ++b)
          BOOST_REQUIRE_EQUAL(component[a] == component[b], reaches[a][b] && reaches[b][a]);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_million_nodes_deep) {
  Arrows arrows;
  for (NodeId n = 0; n + 1 < 1'000'000; ++n) arrows.emplace_back(n, n + 1);
  const Subset scope = Subset::whole(make_plain_graph(1'000'000, arrows));
  BOOST_TEST(std::ranges::max(numbers(scope, Connection::strong)) == 1e6);
  BOOST_TEST(std::ranges::max(numbers(scope, Connection::weak)) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
