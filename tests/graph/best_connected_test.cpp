// SPDX-License-Identifier: Apache-2.0
//
// Tests which nodes best_connected() keeps. They are compared with those of a slow reference that
// follows the contract word by word.
#include "oscegraph/graph/best_connected.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

std::string ids(const Subset& subset) {
  std::string text;
  for (const NodeId n : subset.nodes()) text += std::string(subset.graph().node_id(n)) + ' ';
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(best_connected_test)

BOOST_AUTO_TEST_CASE(what_fits_stays_whole) {
  const Graph graph = make_graph("state:NO funds project:p\nnode donor:lonely\n");
  Subset whole = Subset::whole(graph);
  whole.add_note("a note");
  const Fitted fitted = best_connected(whole, 3);
  BOOST_TEST(ids(fitted.subset) == "donor:lonely project:p state:NO ");
  BOOST_TEST(!fitted.left_out.any());
  BOOST_TEST(fitted.subset.notes().size() == 1U);
}

BOOST_AUTO_TEST_CASE(by_edges_then_id_and_what_is_left_out_is_counted) {
  //  p has 3 edges; A has 2; B, C, q have 1 each.
  const Graph graph = make_graph(
      "state:A funds project:p\nstate:B funds project:p\nstate:C funds project:p\n"
      "state:A funds project:q doc=d1\nstate:A funds project:q doc=d2\nnode donor:lonely\n");
  const Fitted fitted = best_connected(Subset::whole(graph), 3);
  BOOST_TEST(ids(fitted.subset) == "project:p project:q state:A ");
  BOOST_TEST(fitted.left_out.nodes == 3U);
  BOOST_TEST(fitted.left_out.edges == 2U);
  BOOST_TEST(fitted.left_out.claims == 2U);
  BOOST_TEST(fitted.subset.edges().count() == 2U);
  BOOST_TEST(fitted.subset.claims().count() == 3U);
}

BOOST_AUTO_TEST_CASE(nearest_first_when_distances_are_known) {
  const Graph graph =
      make_graph("state:A funds project:p\nstate:B funds project:q\nstate:B funds project:r\n");
  Subset whole = Subset::whole(graph);
  Score distance{"distance", ScoreOf::node, std::vector<double>(graph.node_count(), 2.0)};
  distance.values[node(graph, "state:A")] = 0;
  distance.values[node(graph, "project:p")] = 1;
  whole.set_score(distance);
  const Fitted fitted = best_connected(whole, 3);
  BOOST_TEST(ids(fitted.subset) == "project:p state:A state:B ");
  BOOST_TEST((fitted.subset.score("distance") != nullptr));
}

BOOST_AUTO_TEST_CASE(two_nodes_that_everybody_writes_about_do_not_fill_the_picture) {
  std::string text = "state:A funds project:q\nstate:B funds project:q\nstate:C funds project:r\n";
  for (int i = 0; i < 200; ++i) text += "state:A funds project:p doc=d" + std::to_string(i) + "\n";
  const Graph graph = make_graph(text + "state:B funds project:p\n");
  const Fitted fitted = best_connected(Subset::whole(graph), 4);  // 100 claims at most
  // p is taken first. With A there would be 200 claims, so A is left out.
  BOOST_TEST(ids(fitted.subset) == "project:p project:q project:r state:B ");
  BOOST_TEST(fitted.left_out.claims == 202U);
}

BOOST_AUTO_TEST_CASE(random_graphs_keep_the_contract) {
  Random random(7);
  for (int round = 0; round < 200; ++round) {
    const std::size_t size = 2 + random.below(12);
    const Graph graph = make_plain_graph(size, random_arrows(random, size, 3 * size));
    const std::size_t most = 1 + random.below(static_cast<std::uint32_t>(size));
    const Subset whole = Subset::whole(graph);
    const Fitted fitted = best_connected(whole, most);
    const auto degree = [&](NodeId n) {
      return graph.out_edges(n).size() + graph.in_edges(n).size();
    };
    BOOST_TEST(fitted.subset.nodes().count() == std::min(most, size));
    for (const NodeId in : fitted.subset.nodes())
      for (const NodeId out : graph.nodes())
        if (!fitted.subset.contains_node(out))
          BOOST_TEST((degree(in) > degree(out) || (degree(in) == degree(out) && in < out)));
    for (const EdgeId e : graph.edges())
      BOOST_TEST(fitted.subset.contains_edge(e) ==
                 (fitted.subset.contains_node(graph.edge_from(e)) &&
                  fitted.subset.contains_node(graph.edge_to(e))));
    BOOST_TEST(fitted.left_out.edges + fitted.subset.edges().count() == graph.edge_count());
  }
}

BOOST_AUTO_TEST_SUITE_END()
