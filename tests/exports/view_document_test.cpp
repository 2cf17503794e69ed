// SPDX-License-Identifier: Apache-2.0
//
// Tests the exact text of a view document, and that the positions in it refer to the right records.
#include "oscegraph/exports/page/view_document.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

std::string text_of(const Fitted& shown, const ViewLabel& label = {}) {
  Output out;
  write_view_document(shown, label, out);
  return out.text();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(view_document)

BOOST_AUTO_TEST_CASE(all_that_is_known_and_nothing_else) {
  const Graph graph = make_graph(R"(
document d1 title="A <title>" date=2024-11-22 publisher=OSCE
node state:NO name=Norway alias=Norge attr.membership=participating
node office:x name=X
state:NO funds office:x doc=d1 amount=100.00 currency=EUR flow=committed start=2023 at="line 5"
office:x implements project:p doc=d2
)");
  Subset whole = Subset::whole(graph);
  Score degree{"degree", ScoreOf::node, {2, 1, 1}};
  degree.values[1] = std::numeric_limits<double>::quiet_NaN();
  whole.set_score(degree);
  whole.set_score({"weight", ScoreOf::edge, {0.5, 1}});
  whole.add_note("A note.");
  BOOST_TEST(text_of({whole, {1, 2, 3}}, {"The title", "grants.csv"}) ==
             R"({"oscegraph_view":1,"title":"The title","source":"grants.csv","nodes":[
{"id":"office:x","kind":"office","name":"X","scores":{"degree":2}},
{"id":"project:p","kind":"project","name":"p"},
{"id":"state:NO","kind":"state","name":"Norway","aliases":["Norge"],"attributes":{"membership":"participating"},"scores":{"degree":1}}],"documents":[
{"id":"d1","title":"A <title>","publisher":"OSCE","date":"2024-11-22"},
{"id":"d2"}],"edges":[
{"from":0,"relation":"implements","to":1,"scores":{"weight":0.5}},
{"from":2,"relation":"funds","to":0,"scores":{"weight":1}}],"claims":[
{"edge":0,"document":1,"basis":"stated"},
{"edge":1,"document":0,"amount":"100.00","currency":"EUR","flow":"committed","start":"2023","locator":"line 5","basis":"stated"}],"left_out":{"nodes":1,"edges":2,"claims":3},"notes":["A note."]}
)");
}

BOOST_AUTO_TEST_CASE(positions_are_those_within_the_part_shown) {
  const Graph graph = make_graph(
      "state:A funds project:p doc=d1\nstate:B funds project:q doc=d2\n"
      "state:B funds project:q doc=d3\nstate:C funds project:q doc=d3\n");
  Subset part(graph);
  const Subset whole = Subset::whole(graph);
  part.insert_edge(1, whole);
  part.insert_edge(2, whole);
  const std::string text = text_of({part, {}});
  BOOST_TEST(text.find(R"("edges":[
{"from":1,"relation":"funds","to":0},
{"from":2,"relation":"funds","to":0}],"claims":[
{"edge":0,"document":0,"basis":"stated"},
{"edge":0,"document":1,"basis":"stated"},
{"edge":1,"document":1,"basis":"stated"}])") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_project_on_the_way_is_named_when_it_is_shown_and_counted_when_not) {
  const Graph graph = make_graph("node project:v\nstate:A funds office:x via=project:v\n");
  const Subset whole = Subset::whole(graph);
  BOOST_TEST(text_of({whole, {}}).find(R"("document":0,"via":1,)") != std::string::npos);
  Subset part(graph);
  part.insert_edge(0, whole);
  const std::string text = text_of({part, {}});
  BOOST_TEST(text.find("via") == std::string::npos);
  BOOST_TEST(text.find("1 claim went through a project that is not among the nodes shown") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(nodes_that_sums_need_stand_outside_the_part_shown) {
  const Graph graph = make_graph("node project:v\nstate:A funds office:x via=project:v\n");
  const Subset whole = Subset::whole(graph);
  BOOST_TEST(text_of({whole, {}}).find("outside") == std::string::npos);
  Subset part(graph);
  part.insert_edge(0, whole);
  const std::string text = text_of({part, {}});
  BOOST_TEST(text.find(R"("outside":[
{"id":"project:v")") != std::string::npos);
  BOOST_TEST(text.find(R"("document":0,"inside":0,)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_is_a_document_too) {
  const Graph empty;
  BOOST_TEST(text_of({Subset::whole(empty), {}}) ==
             "{\"oscegraph_view\":1,\"nodes\":[],\"documents\":[],\"edges\":[],\"claims\":[],"
             "\"left_out\":{\"nodes\":0,\"edges\":0,\"claims\":0},\"notes\":[]}\n");
}

BOOST_AUTO_TEST_SUITE_END()
