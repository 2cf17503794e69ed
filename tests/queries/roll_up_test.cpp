// SPDX-License-Identifier: Apache-2.0
//
// Tests for which State the payments of an agency count.
#include "oscegraph/queries/funding/roll_up.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

std::string_view payer(const Graph& graph, std::string_view id) {
  const Subset scope = Subset::whole(graph);
  return graph.node_id(RollUp(scope).payer_of(node(graph, id)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(roll_up)

BOOST_AUTO_TEST_CASE(agencies_count_for_their_state_through_any_number_of_levels) {
  const Graph graph = make_graph(
      "agency:a part_of agency:b\n"
      "agency:b part_of agency:c\n"
      "agency:c part_of state:SE\n"
      "agency:a part_of state:SE\n");
  BOOST_TEST(payer(graph, "agency:a") == "state:SE");
  BOOST_TEST(payer(graph, "agency:b") == "state:SE");
  BOOST_TEST(payer(graph, "state:SE") == "state:SE");
  const Subset scope = Subset::whole(graph);
  const RollUp roll_up(scope);
  BOOST_TEST(roll_up.way_up(node(graph, "agency:a")).size() == 1U);  // the short way
  BOOST_TEST(roll_up.way_up(node(graph, "agency:b")).size() == 2U);
  BOOST_TEST(roll_up.way_up(node(graph, "state:SE")).empty());
}

BOOST_AUTO_TEST_CASE(a_territory_pays_for_itself_and_its_agencies_for_it) {
  const Graph graph = make_graph(
      "state:FO part_of state:DK\n"
      "agency:a part_of state:FO\n");
  BOOST_TEST(payer(graph, "state:FO") == "state:FO");
  BOOST_TEST(payer(graph, "agency:a") == "state:FO");
}

BOOST_AUTO_TEST_CASE(an_agency_of_no_state_or_of_two_stands_for_itself) {
  const Graph graph = make_graph(
      "agency:un part_of agency:secretariat\n"
      "agency:joint part_of state:NO\n"
      "agency:joint part_of state:SE\n"
      "donor:EU funds project:a\n"
      "office:x part_of office:y\n");
  for (const std::string_view id : {"agency:un", "agency:joint", "donor:EU", "office:x"})
    BOOST_TEST(payer(graph, id) == id);
  const Subset scope = Subset::whole(graph);
  BOOST_TEST(RollUp(scope).way_up(node(graph, "agency:joint")).empty());
}

BOOST_AUTO_TEST_CASE(what_the_scope_leaves_out_leads_nowhere) {
  const Graph graph = make_graph(
      "agency:a part_of state:SE doc=d1\n"
      "agency:a funds project:p doc=d2\n");
  const Subset whole = Subset::whole(graph);
  Subset scope(graph);
  scope.insert_edge(
      *graph.find_edge(node(graph, "agency:a"), Relation::funds, node(graph, "project:p")), whole);
  BOOST_TEST(graph.node_id(RollUp(scope).payer_of(node(graph, "agency:a"))) == "agency:a");
  BOOST_TEST(payer(graph, "agency:a") == "state:SE");
}

BOOST_AUTO_TEST_CASE(cycles_end) {
  const Graph graph = make_graph(
      "agency:a part_of agency:b\n"
      "agency:b part_of agency:a\n"
      "agency:c part_of agency:c\n"
      "agency:b part_of state:SE\n");
  BOOST_TEST(payer(graph, "agency:a") == "state:SE");
  BOOST_TEST(payer(graph, "agency:c") == "agency:c");
}

BOOST_AUTO_TEST_SUITE_END()
