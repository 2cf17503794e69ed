// SPDX-License-Identifier: Apache-2.0
//
// Tests the answer about one node: its facts and its claims.
#include "oscegraph/queries/claims/show.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(show_test)

BOOST_AUTO_TEST_CASE(facts_then_a_row_for_each_claim_from_the_nodes_side) {
  const Graph graph = make_graph(R"(
node project:p name="Border project" alias="BP" alias="The border project" attr.theme="borders"
state:NO funds project:p doc=a at="line 3"
state:NO funds project:p doc=b via=project:q share=40
project:p assists state:TJ doc=a basis=inferred
project:q part_of project:p doc=a
state:NO funds project:q doc=a
document a title="A" date=2024
)");
  const Answer answer = to_answer(show(Subset::whole(graph), node(graph, "project:p")));
  BOOST_TEST(answer.table.title == "Border project");
  BOOST_REQUIRE(answer.table.facts.size() == 5U);
  BOOST_TEST(answer.table.facts[3].first == "also called");
  BOOST_CHECK(
      (answer.table.facts[3].second == Cell(std::vector<std::string>{"BP", "The border project"})));
  BOOST_TEST(answer.table.facts[4].first == "theme");
  BOOST_TEST(lines(answer.table) ==
             "relation | node | node_id | kind | document | document_id | date | place | basis | "
             "via | share\n"
             "assists | TJ | state:TJ | state | A | a | 2024 | - | inferred | - | -\n"
             "has part | q | project:q | project | A | a | 2024 | - | stated | - | -\n"
             "funded by | NO | state:NO | state | A | a | 2024 | line 3 | stated | - | -\n"
             "funded by | NO | state:NO | state | b | b | - | - | stated | q | 40\n");
  BOOST_TEST(node_ids(answer.subset) == "project:p project:q state:NO state:TJ");
  BOOST_TEST(answer.subset.edges().count() == 3U);
}

BOOST_AUTO_TEST_CASE(a_loop_is_told_once_and_a_lonely_node_says_so) {
  const Graph graph = make_graph("project:p part_of project:p\nnode state:NO\n");
  BOOST_TEST(table_of(show(Subset::whole(graph), node(graph, "project:p"))).rows.size() == 1U);
  const Answer lonely = to_answer(show(Subset::whole(graph), node(graph, "state:NO")));
  BOOST_TEST(note_lines(lonely.table) == "No document connects it with anything here.\n");
  BOOST_TEST(node_ids(lonely.subset) == "state:NO");
  BOOST_CHECK_THROW(show(Subset(graph), 0), Error);
}

BOOST_AUTO_TEST_SUITE_END()
