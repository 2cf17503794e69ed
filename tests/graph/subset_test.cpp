// SPDX-License-Identifier: Apache-2.0
//
// Tests subsets: nodes, edges and claims stay consistent when they are inserted, united and scored.
#include "oscegraph/graph/subset.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>
#include <utility>

#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

/// Whether the subset is consistent: each edge is in it with its ends and a claim, each claim with
/// its edge.
bool is_whole(const Subset& subset) {
  const Graph& graph = subset.graph();
  for (const EdgeId e : subset.edges())
    if (!subset.contains_node(graph.edge_from(e)) || !subset.contains_node(graph.edge_to(e)) ||
        subset.claims_of(e).empty())
      return false;
  for (const ClaimId c : subset.claims())
    if (!subset.contains_edge(graph.claim_edge(c))) return false;
  return true;
}

Graph drawn() {
  return make_graph(R"(
state:A funds project:p doc=a at=1
state:A funds project:p doc=a at=2
state:A funds project:p doc=b
state:B funds project:p doc=c
office:x implements project:p doc=a
project:p part_of project:p doc=a
)");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(subset_test)

BOOST_AUTO_TEST_CASE(the_whole_holds_everything_and_the_empty_one_nothing) {
  const Graph graph = drawn();
  const Subset whole = Subset::whole(graph);
  BOOST_TEST(whole.nodes().count() == 4U);
  BOOST_TEST(whole.edges().count() == 4U);
  BOOST_TEST(whole.claims().count() == 6U);
  BOOST_TEST(is_whole(whole));
  BOOST_TEST(whole.documents().size() == 3U);
  BOOST_TEST(Subset(graph).nodes().empty());
  BOOST_TEST(Subset(graph).documents().empty());
}

BOOST_AUTO_TEST_CASE(a_subset_outlives_the_variable_it_was_made_from) {
  auto graph = std::make_unique<Graph>(drawn());
  auto first = std::make_unique<Subset>(Subset::whole(*graph));
  const Graph& held = first->graph();
  graph.reset();
  BOOST_TEST(node_ids(*first) == "office:x project:p state:A state:B");

  const Subset copy = *first;
  const Subset moved = std::move(*first);
  first.reset();
  BOOST_TEST(&copy.graph() == &held);
  BOOST_TEST(&moved.graph() == &held);
  BOOST_TEST(node_ids(copy) == "office:x project:p state:A state:B");
  BOOST_TEST(is_whole(moved));
}

BOOST_AUTO_TEST_CASE(claims_edges_and_nodes_come_together) {
  const Graph graph = drawn();
  Subset part(graph);
  part.insert_claim(static_cast<ClaimId>(graph.claim_count() - 1));
  BOOST_TEST(is_whole(part));
  BOOST_TEST(node_ids(part) == "project:p state:B");

  Subset copy(graph);
  const EdgeId funds =
      *graph.find_edge(node(graph, "state:A"), Relation::funds, node(graph, "project:p"));
  copy.insert_edge(funds, Subset::whole(graph));
  BOOST_TEST(copy.claims_of(funds).size() == 3U);
  BOOST_TEST(copy.document_count(funds) == 2U);
  BOOST_TEST(is_whole(copy));

  copy.insert_node(node(graph, "office:x"));
  copy.insert_edges_between(Subset::whole(graph));
  BOOST_TEST(copy.edges().count() == 3U);  // without the edge of B
  BOOST_TEST(is_whole(copy));
}

BOOST_AUTO_TEST_CASE(subsets_unite) {
  const Graph graph = drawn();
  const Subset whole = Subset::whole(graph);
  Subset one(graph);
  Subset other(graph);
  const std::vector<ClaimId> claims = whole.claims_of(0);
  one.insert_edge(0, std::span(claims).first(1));
  BOOST_TEST(is_whole(one));
  BOOST_TEST(one.claims().count() == 1U);
  other.insert_edge(1, whole);
  other.unite(one);
  BOOST_TEST(is_whole(other));
  BOOST_TEST(other.edges().count() == 2U);
  Subset empty(graph);
  empty.unite(whole);
  BOOST_TEST((empty.claims() == whole.claims()));
}

BOOST_AUTO_TEST_CASE(edges_of_a_node_are_those_that_are_in) {
  const Graph graph = drawn();
  const NodeId project = node(graph, "project:p");
  const Subset whole = Subset::whole(graph);
  BOOST_TEST(whole.in_edges(project).size() == 4U);
  BOOST_TEST(whole.out_edges(project).size() == 1U);
  BOOST_TEST(Subset(graph).in_edges(project).empty());
}

BOOST_AUTO_TEST_CASE(a_score_of_the_same_name_and_kind_is_replaced) {
  const Graph graph = drawn();
  Subset subset = Subset::whole(graph);
  subset.set_score({"x", ScoreOf::node, {1, 2, 3, 4}});
  subset.set_score({"x", ScoreOf::node, {5, 6, 7, 8}});
  subset.set_score({"x", ScoreOf::edge, {1, 2, 3, 4}});
  BOOST_TEST(subset.scores().size() == 2U);
  BOOST_TEST(subset.score("x")->values.front() == 5.0);
  BOOST_TEST(subset.score("y") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
