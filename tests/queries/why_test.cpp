// SPDX-License-Identifier: Apache-2.0
//
// Tests the claims that explain an edge, a funding, or a connection of two nodes.
#include "oscegraph/queries/claims/why.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

Answer ask(const Graph& graph, std::string_view from, std::string_view to,
           WhyOptions options = {}) {
  options.from = node(graph, from);
  options.to = node(graph, to);
  return to_answer(why(Subset::whole(graph), options));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(why_test)

BOOST_AUTO_TEST_CASE(every_claim_behind_an_edge_with_document_place_and_quotation) {
  const Graph graph = make_graph(R"(
state:NO funds project:p doc=b at="paragraph 5" quote="funded by Norway" amount=10 currency=EUR flow=committed start=2023 end=2024
state:NO funds project:p doc=a basis=inferred
node state:NO name=Norway
document a title="First" date=2024-11-22
document b publisher=OSCE
)");
  const Answer answer = ask(graph, "project:p", "state:NO");
  BOOST_TEST(answer.table.title == "Why p and Norway are connected");
  BOOST_TEST(
      lines(answer.table) ==
      "step | from_id | relation | to_id | document | document_id | date | publisher | place | "
      "basis | period | flow | amount | currency | quote\n"
      "Norway → p | state:NO | funds | project:p | First | a | 2024-11-22 | - | - | inferred | - "
      "| - | - | - | -\n"
      "Norway → p | state:NO | funds | project:p | b | b | - | OSCE | paragraph 5 | stated | 2023 "
      "to 2024 | committed | 10.00 | EUR | funded by Norway\n");
}

BOOST_AUTO_TEST_CASE(a_state_and_an_office_are_explained_by_funding_before_anything_shorter) {
  // Sweden hosts x; its agency pays for p and q, which x implements; it also pays x itself.
  const Graph graph = make_graph(R"(
state:SE hosts office:x
agency:sida part_of state:SE
agency:sida funds project:p
agency:sida funds project:q
office:x implements project:p
office:x partners project:p
office:x implements project:q
agency:sida funds office:x
state:SE funds project:r
)");
  const std::string expected =
      "step | relation\n"
      "SE → x | hosts\n"
      "sida → SE | part of\n"
      "sida → x | funds\n"
      "sida → p | funds\n"
      "x → p | implements\n"
      "sida → q | funds\n"
      "x → q | implements\n";
  BOOST_TEST(lines(ask(graph, "state:SE", "office:x").table, {"step", "relation"}) == expected);
  BOOST_TEST(lines(ask(graph, "office:x", "state:SE").table, {"step", "relation"}) == expected);
}

BOOST_AUTO_TEST_CASE(nodes_without_an_edge_are_explained_by_all_shortest_paths) {
  const Graph graph = make_graph(R"(
state:NO funds project:p
state:NO funds project:q
state:FR funds project:p
state:FR funds project:q
state:FR funds project:r
)");
  const Answer answer = ask(graph, "state:NO", "state:FR");
  BOOST_TEST(lines(answer.table, {"step"}) == "step\nNO → p\nFR → p\nNO → q\nFR → q\n");
  BOOST_TEST(
      note_lines(answer.table) ==
      "No document connects the two directly: these are the steps of the 2 shortest paths, of 2 "
      "steps each.\n");
  WhyOptions one;
  one.most_paths = 1;
  BOOST_TEST(
      note_lines(ask(graph, "state:NO", "state:FR", one).table) ==
      "The first 1 shortest path of more.\n"
      "No document connects the two directly: these are the steps of the 1 shortest path, of 2 "
      "steps.\n");
}

BOOST_AUTO_TEST_CASE(no_connection_is_an_error) {
  const Graph graph = make_graph("state:NO funds project:p\nnode state:FR\n");
  BOOST_CHECK_THROW(ask(graph, "state:NO", "state:FR"), Error);
  WhyOptions directed;
  directed.directed = true;
  BOOST_CHECK_THROW(ask(graph, "project:p", "state:NO", directed), Error);
  BOOST_CHECK_THROW(ask(graph, "state:NO", "state:NO"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
