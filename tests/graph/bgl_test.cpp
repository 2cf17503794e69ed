// SPDX-License-Identifier: Apache-2.0
//
// Tests that Boost.Graph's algorithms run on a Graph without conversion. The compiler checks the
// concepts; the results are compared with values for graphs small enough to draw.
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/bgl_undirected.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using oscegraph::test::Arrows;
using oscegraph::test::make_plain_graph;

BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::EdgeListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::BidirectionalGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::concepts::AdjacencyGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT(
    (boost::concepts::ReadablePropertyGraphConcept<Graph, NodeId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::concepts::VertexListGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::concepts::EdgeListGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::concepts::IncidenceGraphConcept<UndirectedView>));

//   0 → 1 → 2 → 3        5 ⇄ 6       7
//       └── → 4 ──↗
const Arrows drawn{{0, 1}, {1, 2}, {2, 3}, {1, 4}, {4, 3}, {5, 6}, {6, 5}};
constexpr std::size_t drawn_size = 8;

template <typename Value>
auto by_node(std::vector<Value>& values, const Graph& graph) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bgl)

BOOST_AUTO_TEST_CASE(breadth_first_search_counts_steps) {
  const Graph graph = make_plain_graph(drawn_size, drawn);
  std::vector<int> distance(drawn_size, 0);
  boost::breadth_first_search(graph, NodeId{0},
                              boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                  by_node(distance, graph), boost::on_tree_edge()))));
  const std::vector<int> expected{0, 1, 2, 3, 2, 0, 0, 0};
  BOOST_TEST(distance == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(dijkstra_takes_the_lighter_way) {
  const Graph graph = make_plain_graph(drawn_size, drawn);
  // Edges in canonical order: 0→1, 1→2, 1→4, 2→3, 4→3, 5→6, 6→5.
  std::vector<double> weight{1, 5, 1, 1, 1, 1, 1};
  std::vector<double> distance(drawn_size);
  std::vector<NodeId> parent(drawn_size);
  boost::dijkstra_shortest_paths(
      graph, NodeId{0},
      boost::weight_map(
          boost::make_iterator_property_map(weight.begin(), get(boost::edge_index, graph)))
          .distance_map(by_node(distance, graph))
          .predecessor_map(by_node(parent, graph)));
  BOOST_TEST(distance[3] == 3.0);
  BOOST_TEST(parent[3] == 4U);
  BOOST_TEST(distance[2] == 6.0);
}

BOOST_AUTO_TEST_CASE(connected_components_forget_directions) {
  const Graph graph = make_plain_graph(drawn_size, drawn);
  const UndirectedView view(graph);
  std::vector<int> component(drawn_size);
  BOOST_TEST(boost::connected_components(view, by_node(component, graph)) == 3);
  const std::vector<int> expected{0, 0, 0, 0, 0, 1, 1, 2};
  BOOST_TEST(component == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(strong_components_need_a_way_back) {
  const Graph graph = make_plain_graph(drawn_size, drawn);
  std::vector<int> component(drawn_size);
  BOOST_TEST(boost::strong_components(graph, by_node(component, graph)) == 7);
  BOOST_TEST(component[5] == component[6]);
  BOOST_TEST(component[0] != component[1]);
}

BOOST_AUTO_TEST_CASE(brandes_counts_shortest_paths_through) {
  const Graph graph = make_plain_graph(drawn_size, drawn);
  std::vector<double> centrality(drawn_size, 0);
  boost::brandes_betweenness_centrality(graph, by_node(centrality, graph));
  // Through 1: 0 to 2, 3 and 4. Through 2 and 4: half of 0 to 3 and of 1 to 3 each.
  const std::vector<double> expected{0, 3, 1, 0, 1, 0, 0, 0};
  BOOST_TEST(centrality == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(page_rank_of_a_cycle_is_even) {
  // 0 → 1 → 2 → 0
  const Graph graph = make_plain_graph(3, {{0, 1}, {1, 2}, {2, 0}});
  std::vector<double> rank(3);
  boost::graph::page_rank(graph, by_node(rank, graph), boost::graph::n_iterations(200), 0.85);
  // Boost's ranks average 1 rather than add up to 1.
  for (const double r : rank) BOOST_TEST(r == 1.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(the_undirected_view_shows_each_edge_from_both_ends_and_a_loop_once) {
  // 0 ↺, 0 → 1 twice
  const Graph graph = make_plain_graph(2, {{0, 0}, {0, 1}, {0, 1}});
  const UndirectedView view(graph);
  BOOST_TEST(out_degree(0, view) == 3U);
  BOOST_TEST(out_degree(1, view) == 2U);
  const auto [first, last] = edges(view);
  BOOST_TEST(std::distance(first, last) == 3);
}

BOOST_AUTO_TEST_CASE(an_empty_graph_has_nothing_to_visit) {
  const Graph graph = make_plain_graph(0, {});
  BOOST_TEST(num_vertices(graph) == 0U);
  BOOST_TEST((vertices(graph).first == vertices(graph).second));
  BOOST_TEST((edges(graph).first == edges(graph).second));
}

BOOST_AUTO_TEST_SUITE_END()
