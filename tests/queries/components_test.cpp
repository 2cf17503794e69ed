// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/components.hpp"

#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/bgl_undirected.hpp"
#include "oscegraph/tests/queries/slow_paths.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

std::vector<double> numbers(const Subset& scope, Connection connection) {
  return components(scope, {connection}).subset.score("component")->values;
}

/// Two nodes are together when there is a path (weak), or one each way (strong).
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
  const Answer answer = components(Subset::whole(graph), {});
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

BOOST_AUTO_TEST_CASE(boost_finds_as_many) {
  Random random(4);
  for (const std::size_t count : {100U, 300U, 600U, 1200U}) {
    const Graph graph = make_plain_graph(500, random_arrows(random, 500, count));
    const Subset scope = Subset::whole(graph);
    std::vector<int> label(500);
    const auto map =
        boost::make_iterator_property_map(label.begin(), get(boost::vertex_index, graph));
    const auto most = [](const std::vector<double>& values) {
      return *std::ranges::max_element(values);
    };
    BOOST_TEST(most(numbers(scope, Connection::weak)) ==
               boost::connected_components(UndirectedView(graph), map));
    BOOST_TEST(most(numbers(scope, Connection::strong)) == boost::strong_components(graph, map));
  }
}

BOOST_AUTO_TEST_SUITE_END()
