// SPDX-License-Identifier: Apache-2.0
//
// Tests the positions of nodes in exported files: nodes are apart from each other and near their
// neighbours, and the positions are the same in every run.
#include "oscegraph/exports/model/node_positions.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using oscegraph::test::Arrows;
using oscegraph::test::make_plain_graph;

namespace {

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

std::vector<Point> positions_of(const Graph& graph) { return node_positions(Subset::whole(graph)); }

/// The distance of the two nearest nodes.
double closest(const std::vector<Point>& points) {
  double least = 1e9;
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) least = std::min(least, distance(points[i], points[j]));
  return least;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(positions)

BOOST_AUTO_TEST_CASE(no_two_nodes_share_a_place) {
  test::Random random(1);
  for (const NodeId size : {1U, 2U, 3U, 10U, 100U, 400U}) {
    const auto points = positions_of(make_plain_graph(size, random_arrows(random, size, 2 * size)));
    BOOST_TEST(points.size() == size);
    BOOST_TEST(closest(points) > 10, size << " nodes: " << closest(points));
  }
}

BOOST_AUTO_TEST_CASE(neighbours_are_nearer_than_strangers) {
  // Two rings of ten, and one edge between them.
  Arrows arrows{{0, 10}};
  for (NodeId i = 0; i < 10; ++i) {
    arrows.emplace_back(i, (i + 1) % 10);
    arrows.emplace_back(10 + i, 10 + (i + 1) % 10);
  }
  const auto points = positions_of(make_plain_graph(20, arrows));
  double longest_edge = 0;
  for (const auto& [a, b] : arrows)
    longest_edge = std::max(longest_edge, distance(points[a], points[b]));
  BOOST_TEST(longest_edge < distance(points[5], points[15]));
}

BOOST_AUTO_TEST_CASE(parts_without_edges_stay_near) {
  for (const Point point : positions_of(make_plain_graph(50, {}))) {
    BOOST_TEST(std::isfinite(point.x));
    BOOST_TEST(std::hypot(point.x, point.y) < 2000);
  }
}

BOOST_AUTO_TEST_CASE(the_same_graph_gives_the_same_places) {
  test::Random random(2);
  const Graph graph = make_plain_graph(60, random_arrows(random, 60, 90));
  const auto once = positions_of(graph);
  const auto again = positions_of(graph);
  for (std::size_t i = 0; i < once.size(); ++i) {
    BOOST_TEST(once[i].x == again[i].x);
    BOOST_TEST(once[i].y == again[i].y);
  }
}

BOOST_AUTO_TEST_CASE(p22_all_nodes_or_none) {
  const Graph large = make_plain_graph(most_placed_nodes + 1, {});
  BOOST_TEST(positions_of(large).empty());
  BOOST_TEST(positions_of(Graph()).empty());
  Subset part(large);
  part.insert_node(7);
  const auto points = node_positions(part);
  BOOST_TEST(points.size() == large.node_count());
}

BOOST_AUTO_TEST_SUITE_END()
