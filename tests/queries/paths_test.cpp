// SPDX-License-Identifier: Apache-2.0
//
// Tests shortest, k shortest and all paths by comparison with the slow reference, on every graph of
// up to four nodes and on seeded random graphs with loops, parallel edges and a narrowed scope. For
// distances on larger graphs, the reference is Boost's breadth-first search.
#include <boost/graph/breadth_first_search.hpp>
#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/bgl.hpp"
#include "oscegraph/queries/paths/simple_paths.hpp"
#include "oscegraph/tests/queries/slow_paths.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

using Paths = std::vector<NodePath>;
constexpr std::size_t plenty = 1000;

Paths first(const Paths& paths, std::size_t count) {
  return {paths.begin(),
          paths.begin() + static_cast<std::ptrdiff_t>(std::min(count, paths.size()))};
}

Paths only_shortest(const Paths& paths) {
  Paths result = paths;
  std::erase_if(result, [&](const NodePath& path) { return path.size() > paths.front().size(); });
  return result;
}

/// Whether every path query agrees with the reference for these two nodes.
bool agrees(const Subset& scope, NodeId from, NodeId to, Direction direction) {
  const Paths all = SlowPaths(scope, direction).all(from, to);
  bool same = shortest_paths(scope, from, to, direction, plenty) == only_shortest(all) &&
              shortest_paths(scope, from, to, direction) == first(all, 1);
  for (const std::size_t k : {1U, 2U, 3U, 100U})
    same = same && k_shortest_paths(scope, from, to, direction, k) == first(all, k);
  for (const std::size_t length : {1U, 2U, 3U, 100U}) {
    const Paths some = SlowPaths(scope, direction).all(from, to, length);
    const SimplePaths found = all_simple_paths(scope, from, to, direction, length, plenty);
    const SimplePaths capped = all_simple_paths(scope, from, to, direction, length, 2);
    same = same && found.paths == some && found.complete && capped.paths == first(some, 2) &&
           capped.complete == (some.size() <= 2);
  }
  return same;
}

bool agrees_everywhere(const Subset& scope) {
  for (const NodeId from : scope.nodes())
    for (const NodeId to : scope.nodes())
      for (const Direction direction : {Direction::out, Direction::in, Direction::both})
        if (from != to && !agrees(scope, from, to, direction)) return false;
  return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(paths)

BOOST_AUTO_TEST_CASE(on_every_graph_of_up_to_three_nodes) {
  for (const std::size_t size : {1U, 2U, 3U})
    for_each_plain_graph(size, [](const Graph& graph, const Arrows&) {
      BOOST_REQUIRE(agrees_everywhere(Subset::whole(graph)));
    });
}

BOOST_AUTO_TEST_CASE(on_every_graph_of_four_nodes) {
  // Between one pair only: the others are the same graphs with the nodes renamed.
  for_each_plain_graph(4, [](const Graph& graph, const Arrows&) {
    const Subset scope = Subset::whole(graph);
    for (const Direction direction : {Direction::out, Direction::both})
      BOOST_REQUIRE(agrees(scope, 0, 2, direction));
  });
}

BOOST_AUTO_TEST_CASE(on_random_graphs) {
  Random random(2024);
  for (int round = 0; round < 60; ++round) {
    const std::size_t size = 2 + random.below(5);
    const Graph graph = make_plain_graph(size, random_arrows(random, size, random.below(14)));
    BOOST_TEST_CONTEXT("round " << round) {
      BOOST_REQUIRE(agrees_everywhere(Subset::whole(graph)));
    }
  }
}

BOOST_AUTO_TEST_CASE(on_random_parts_of_random_graphs) {
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    const Graph graph = make_plain_graph(7, random_arrows(random, 7, 16));
    const Subset whole = Subset::whole(graph);
    Subset part(graph);
    for (const NodeId n : graph.nodes())
      if (random.one_in(2)) part.insert_node(n);
    for (const EdgeId e : graph.edges())
      if (!random.one_in(3)) part.insert_edge(e, whole);
    BOOST_TEST_CONTEXT("round " << round) { BOOST_REQUIRE(agrees_everywhere(part)); }
  }
}

BOOST_AUTO_TEST_CASE(distances_are_those_of_boosts_breadth_first_search) {
  Random random(11);
  for (int round = 0; round < 10; ++round) {
    const std::size_t size = 200;
    const Graph graph = make_plain_graph(size, random_arrows(random, size, 320));
    std::vector<std::size_t> distance(size, 0);
    boost::breadth_first_search(
        graph, NodeId{0},
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(
            boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, graph)),
            boost::on_tree_edge()))));
    const Subset scope = Subset::whole(graph);
    ShortestPathSearch search(scope, Direction::out);
    for (NodeId to = 1; to < size; ++to) {
      const Paths found = search.find(0, to, 1);
      BOOST_REQUIRE((found.empty() ? 0 : found.front().size() - 1) == distance[to]);
    }
  }
}

BOOST_AUTO_TEST_CASE(yen_on_larger_graphs_agrees_with_enumeration) {
  Random random(5);
  for (int round = 0; round < 5; ++round) {
    const Graph graph = make_plain_graph(12, random_arrows(random, 12, 30));
    const Subset scope = Subset::whole(graph);
    const Paths all = SlowPaths(scope, Direction::out).all(0, 11);
    BOOST_REQUIRE(k_shortest_paths(scope, 0, 11, Direction::out, 40) == first(all, 40));
  }
}

BOOST_AUTO_TEST_CASE(barred_nodes_and_first_steps_are_kept_out_of_paths) {
  //   0 → 1 → 3,  0 → 2 → 3,  0 → 4 → 5 → 3
  const Graph graph = make_plain_graph(6, {{0, 1}, {1, 3}, {0, 2}, {2, 3}, {0, 4}, {4, 5}, {5, 3}});
  const Subset scope = Subset::whole(graph);
  for (const Direction direction : {Direction::out, Direction::both}) {
    ShortestPathSearch search(scope, direction);
    const std::vector<NodeId> barred{1};
    BOOST_CHECK((search.find(0, 3, plenty, barred) == Paths{{0, 2, 3}}));
    search.bar(2);
    BOOST_CHECK((search.find(0, 3, plenty, barred) == Paths{{0, 4, 5, 3}}));
    BOOST_CHECK((search.find(0, 3, plenty) == Paths{{0, 1, 3}}));
    search.allow(2);
    BOOST_CHECK((search.find(0, 3, plenty) == Paths{{0, 1, 3}, {0, 2, 3}}));
  }
}

BOOST_AUTO_TEST_CASE(no_search_behind_a_node_the_path_has_passed) {
  // Node 0 has an arc to the target, node 1, and into a clique of 12 nodes, from which the target
  // can be reached only through 0. A naive search would try 12! paths in the clique.
  Arrows arrows{{0, 1}};
  for (NodeId n = 2; n < 14; ++n) {
    arrows.emplace_back(0, n);
    for (NodeId other = 2; other < n; ++other) arrows.emplace_back(n, other);
  }
  const Graph graph = make_plain_graph(14, arrows);
  const Subset scope = Subset::whole(graph);
  const SimplePaths found = all_simple_paths(scope, node(graph, "project:000"),
                                             node(graph, "project:001"), Direction::both, 13, 1000);
  BOOST_TEST(found.complete);
  BOOST_TEST(found.paths.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_path_may_be_longer_than_the_call_stack) {
  const std::size_t size = 200'000;
  Arrows arrows;
  for (NodeId n = 0; n + 1 < size; ++n) arrows.emplace_back(n, n + 1);
  // Ids sort as text, so the ends of the line are looked up.
  const Graph graph = make_plain_graph(size, arrows);
  const Subset scope = Subset::whole(graph);
  const NodeId first_node = node(graph, "project:000");
  const NodeId last_node = node(graph, "project:199999");
  BOOST_TEST(shortest_paths(scope, first_node, last_node, Direction::out).front().size() == size);
  BOOST_TEST(
      all_simple_paths(scope, first_node, last_node, Direction::out, size, 10).paths.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
