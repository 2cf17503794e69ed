// SPDX-License-Identifier: Apache-2.0
//
// Tests the answer of the path query: steps, several paths, limits and errors.
#include "oscegraph/queries/paths/path.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/support/make_graph.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

//   NO ── funds ──→ p ←── implements ── x ←── hosts ── TJ
//    └── funds ───→ q ←── implements ───┘        (x partners p as well)
//   un (alone)
Graph drawn() {
  return make_graph(R"(
state:NO funds project:p doc=a
state:NO funds project:p doc=b
state:NO funds project:q doc=a
office:x implements project:p doc=a
office:x partners project:p doc=a
office:x partners project:p doc=c
office:x implements project:q doc=a
state:TJ hosts office:x doc=a
node agency:un name="United Nations"
)");
}

PathOptions between(const Graph& graph, std::string_view from, std::string_view to) {
  PathOptions options;
  options.from = node(graph, from);
  options.to = node(graph, to);
  return options;
}

std::string error_of(const Graph& graph, const PathOptions& options) {
  try {
    path(Subset::whole(graph), options);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(path_test)

BOOST_AUTO_TEST_CASE(a_step_lists_its_relations_with_their_arrows) {
  const Graph graph = drawn();
  const Answer answer =
      to_answer(path(Subset::whole(graph), between(graph, "state:NO", "state:TJ")));
  BOOST_TEST(answer.table.title == "From NO to TJ, whatever the arrows' direction");
  BOOST_TEST(lines(answer.table) ==
             "path | step | from | from_id | relation | to | to_id | documents\n"
             "1 | 1 | NO | state:NO | funds → | p | project:p | 2\n"
             "1 | 2 | p | project:p | ← implements, ← partners | x | office:x | 2\n"
             "1 | 3 | x | office:x | ← hosts | TJ | state:TJ | 1\n");
  BOOST_TEST(node_ids(answer.subset) == "office:x project:p state:NO state:TJ");
  BOOST_TEST(answer.subset.edges().count() == 4U);
}

BOOST_AUTO_TEST_CASE(more_paths_come_in_order_and_a_note_says_when_there_are_no_more) {
  const Graph graph = drawn();
  PathOptions options = between(graph, "state:NO", "office:x");
  options.k = 5;
  const Answer answer = to_answer(path(Subset::whole(graph), options));
  BOOST_TEST(lines(answer.table, {"path", "to"}) == "path | to\n1 | p\n1 | x\n2 | q\n2 | x\n");
  BOOST_TEST(note_lines(answer.table) == "There are only 2 paths.\n");
}

BOOST_AUTO_TEST_CASE(all_paths_up_to_a_length_stop_at_the_cap) {
  const Graph graph = drawn();
  PathOptions options = between(graph, "state:NO", "office:x");
  options.all = true;
  BOOST_TEST(table_of(path(Subset::whole(graph), options)).rows.size() == 4U);
  options.cap = 1;
  const Answer capped = to_answer(path(Subset::whole(graph), options));
  BOOST_TEST(capped.table.rows.size() == 2U);
  BOOST_TEST(note_lines(capped.table) ==
             "The first 1 path of more, shortest first; a smaller --max-length has fewer.\n");
  options.max_length = 1;
  BOOST_TEST(error_of(graph, options) ==
             "no path of at most 1 step from NO to x; the shortest has 2 steps");
}

BOOST_AUTO_TEST_CASE(arrows_count_when_asked) {
  const Graph graph = drawn();
  PathOptions options = between(graph, "state:TJ", "project:q");
  options.directed = true;
  BOOST_TEST(table_of(path(Subset::whole(graph), options)).rows.size() == 2U);
  options = between(graph, "state:NO", "state:TJ");
  options.directed = true;
  BOOST_TEST(
      error_of(graph, options) ==
      "no path along the arrows from NO to TJ: NO leads to 2 other nodes, TJ is reached from 0 "
      "other nodes; ignoring the arrows' directions there is one of 3 steps");
}

BOOST_AUTO_TEST_CASE(no_path_says_how_far_each_end_reaches) {
  const Graph graph = drawn();
  BOOST_TEST(
      error_of(graph, between(graph, "state:NO", "agency:un")) ==
      "no path from NO to United Nations: they are in different components, of 5 nodes and 1 "
      "node; look at the components to see what is missing between them");
  PathOptions options = between(graph, "state:NO", "agency:un");
  options.directed = true;
  BOOST_TEST(
      error_of(graph, options).ends_with("ignoring the arrows' directions does not help either"));
  options.all = true;
  options.directed = false;
  BOOST_TEST(
      error_of(graph, options).starts_with("no path from NO to United Nations: they are in"));
}

BOOST_AUTO_TEST_CASE(ends_must_be_two_nodes_in_scope) {
  const Graph graph = drawn();
  BOOST_TEST(error_of(graph, between(graph, "state:NO", "state:NO")) ==
             "both ends of the path are NO; name two different nodes");
  Subset scope(graph);
  scope.insert_node(node(graph, "state:NO"));
  BOOST_CHECK_EXCEPTION(path(scope, between(graph, "state:NO", "agency:un")), Error,
                        [](const Error& error) {
                          return std::string(error.what()) ==
                                 "United Nations (agency:un) is not in the part of the graph that "
                                 "the filters keep; drop a "
                                 "filter to find it";
                        });
  PathOptions none_at_all = between(graph, "state:NO", "office:x");
  none_at_all.k = 0;
  BOOST_CHECK_THROW(path(Subset::whole(graph), none_at_all), UsageError);
}

BOOST_AUTO_TEST_SUITE_END()
