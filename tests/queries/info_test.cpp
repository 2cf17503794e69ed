// SPDX-License-Identifier: Apache-2.0
//
// Tests the numbers that `info` shows, and the table of nodes with scores.
#include "oscegraph/queries/claims/info.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/queries/claims/node_table.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(info_test)

BOOST_AUTO_TEST_CASE(counts_what_is_there) {
  const Graph graph = make_graph(R"(
state:NO funds project:p doc=a amount=1 currency=EUR flow=spent
state:NO funds project:p doc=b start=2020
office:x implements project:p doc=a basis=inferred
document a date=2024-11-22
)");
  const Answer answer = to_answer(info(Subset::whole(graph)));
  BOOST_TEST(lines(answer.table) ==
             "of | what | count\n"
             "node | state | 1\n"
             "node | office | 1\n"
             "node | project | 1\n"
             "edge | funds | 1\n"
             "edge | implements | 1\n"
             "claim | stated | 2\n"
             "claim | inferred | 1\n"
             "funds claim | unknown flow | 1\n"
             "funds claim | spent | 1\n");
  const std::vector<std::pair<std::string, Cell>> expected{
      {"nodes", count_cell(3)},
      {"edges", count_cell(2)},
      {"claims", count_cell(3)},
      {"documents", count_cell(2)},
      {"first date", *Date::parse("2020")},
      {"last date", *Date::parse("2024-11-22")},
      {"claims that state an amount", count_cell(1)}};
  BOOST_CHECK((answer.table.facts == expected));
}

BOOST_AUTO_TEST_CASE(an_empty_graph_counts_nothing) {
  const Graph graph;
  BOOST_TEST(table_of(info(Subset::whole(graph))).rows.empty());
}

BOOST_AUTO_TEST_CASE(a_node_table_shows_scores_and_leaves_undefined_ones_unknown) {
  const Graph graph = make_graph("state:NO funds project:p\n");
  Subset subset = Subset::whole(graph);
  subset.set_score({"rank", ScoreOf::node, {0.5, std::numeric_limits<double>::quiet_NaN()}});
  subset.set_score({"weight", ScoreOf::edge, {1}});
  subset.add_note("Read this.");
  const Table table = node_table(subset);
  BOOST_TEST(lines(table) ==
             "node | node_id | kind | rank\n"
             "p | project:p | project | 0.5\n"
             "NO | state:NO | state | -\n");
  BOOST_TEST(note_lines(table) == "Read this.\n");
}

BOOST_AUTO_TEST_SUITE_END()
