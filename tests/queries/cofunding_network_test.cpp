// SPDX-License-Identifier: Apache-2.0
//
// Who funds together, as a network of funders.
#include <boost/test/unit_test.hpp>
#include <set>

#include "oscegraph/queries/cofunding.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using oscegraph::test::make_graph;

namespace {

/// "state:A - state:B: 2 shared, 3 claims" for each edge.
std::set<std::string> edges_of(const Network& network) {
  std::set<std::string> edges;
  const Graph& graph = network.graph;
  for (const EdgeId e : network.subset.edges()) {
    const auto shared = static_cast<int>(network.subset.score("shared")->values[e]);
    edges.insert(std::string(graph.node_id(graph.edge_from(e))) + " - " +
                 std::string(graph.node_id(graph.edge_to(e))) + ": " + std::to_string(shared) +
                 " shared, " + std::to_string(network.subset.claims_of(e).size()) + " claims");
  }
  return edges;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cofunding_network)

BOOST_AUTO_TEST_CASE(funders_are_joined_by_what_they_share) {
  const Graph graph = make_graph(
      "state:SE funds project:A doc=d1 at=\"line 1\"\n"
      "state:NO funds project:A doc=d1 at=\"line 2\"\n"
      "state:NO funds project:B doc=d2\n"
      "state:SE funds project:B doc=d2 at=\"line 3\"\n"
      "state:SE funds project:B doc=d3\n"
      "state:DE funds project:B doc=d3\n"
      "office:X implements project:A doc=d1\n");
  const Answer answer = cofunding(Subset::whole(graph), {});
  BOOST_REQUIRE(answer.network != nullptr);
  BOOST_TEST((edges_of(*answer.network) ==
              std::set<std::string>{"state:DE - state:NO: 1 shared, 2 claims",
                                    "state:DE - state:SE: 1 shared, 3 claims",
                                    "state:NO - state:SE: 2 shared, 5 claims"}));
  BOOST_TEST(answer.network->subset.nodes().count() == 3U);  // no projects
  BOOST_TEST((&answer.shown() == &answer.network->subset));
}

BOOST_AUTO_TEST_CASE(every_claim_says_through_which_project_and_who_states_it) {
  const Graph graph = make_graph(
      "state:NO funds project:A doc=d1 at=\"line 1\"\nstate:SE funds project:A doc=d2\n");
  const Answer answer = cofunding(Subset::whole(graph), {});
  const Graph& network = answer.network->graph;
  for (const ClaimId c : network.claims()) {
    const Claim claim = network.claim(c);
    BOOST_TEST(network.node_id(claim.via) == "project:A");
    BOOST_TEST((claim.basis == Basis::inferred));
  }
  BOOST_TEST(network.claim(0).locator == "line 1");
  BOOST_TEST(network.document_id(network.claim_document(1)) == "d2");
}

BOOST_AUTO_TEST_CASE(what_an_agency_pays_joins_its_state) {
  const Graph graph =
      make_graph("agency:S funds project:A\nagency:S part_of state:SE\nstate:NO funds project:A\n");
  const Answer answer = cofunding(Subset::whole(graph), {});
  BOOST_TEST((edges_of(*answer.network) ==
              std::set<std::string>{"state:NO - state:SE: 1 shared, 2 claims"}));
}

BOOST_AUTO_TEST_CASE(nobody_together_is_an_empty_network) {
  const Graph graph = make_graph("state:NO funds project:A");
  const Answer answer = cofunding(Subset::whole(graph), {});
  BOOST_TEST(answer.network->subset.nodes().empty());
}

BOOST_AUTO_TEST_SUITE_END()
