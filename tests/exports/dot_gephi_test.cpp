// SPDX-License-Identifier: Apache-2.0
//
// Tests the DOT that is written for Gephi, with one test for each rule.
#include <graphviz/cgraph.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <regex>

#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

constexpr std::string_view lines =
    "state:NO funds project:A doc=a\n"
    "state:NO funds project:A doc=b\n"
    "state:NO partners project:A\n"
    "office:X implements project:A\n";

using Dot = std::unique_ptr<Agraph_t, decltype(&agclose)>;
Dot parse_dot(const std::string& text) { return {agmemread(text.c_str()), agclose}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(dot_gephi)

BOOST_AUTO_TEST_CASE(p1_p42_no_statement_stops_gephis_reader) {
  const std::regex stops("(^|\n)\\s*(graph|node|edge|subgraph)\\b");
  for (const Graph& graph : {make_graph(lines), nasty_graph()})
    BOOST_TEST(!std::regex_search(written("dot-gephi", graph).text, stops));
  BOOST_TEST(std::regex_search(written("dot", make_graph(lines)).text, stops));
}

BOOST_AUTO_TEST_CASE(p43_colours_are_hue_saturation_value) {
  const std::string text = written("dot-gephi", make_graph(lines)).text;
  BOOST_TEST(!contains(text, "#"));
  BOOST_TEST(contains(text, "color=\"0.56 0.631 0.914\""));  // sky blue, the colour of States
}

BOOST_AUTO_TEST_CASE(p44_edges_of_one_pair_are_one_edge) {
  const auto [text, lost] = written("dot-gephi", make_graph(lines));
  BOOST_TEST(contains(text,
                      "\"state:NO\" -> \"project:A\" [label=\"funds | partners\", "
                      "relation=\"funds | partners\", weight=\"3\"];\n"));
  BOOST_TEST(holds(lost,
                   "1 edge merged into another of the same two nodes: Gephi reads no types of "
                   "edges from DOT"));
}

BOOST_AUTO_TEST_CASE(p45_p46_attributes_stand_in_one_list_in_quotes) {
  const std::string text = written("dot-gephi", nasty_graph()).text;
  BOOST_TEST(!contains(text, "] ["));
  BOOST_TEST(!contains(text, "=<"));
  BOOST_TEST(contains(text, "A&B <c> \\\"d\\\" 'e' \\\\f | ;"));
  const Dot graph = parse_dot(text);
  BOOST_REQUIRE(graph != nullptr);
  BOOST_TEST(agnnodes(graph.get()) == 2);
  BOOST_TEST(agnedges(graph.get()) == 1);
}

BOOST_AUTO_TEST_CASE(p47_labels_are_short_and_edges_have_no_keys) {
  const auto [text, lost] = written("dot-gephi", nasty_graph());
  BOOST_TEST(!contains(text, std::string(80, 'w')));
  BOOST_TEST(!contains(text, "key="));
  BOOST_TEST(holds(lost, "1 name shortened: long labels are broken into lines"));
}

BOOST_AUTO_TEST_SUITE_END()
