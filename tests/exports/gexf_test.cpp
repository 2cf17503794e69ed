// SPDX-License-Identifier: Apache-2.0
//
// Tests GEXF, with one test for each rule of docs/graph-files.md. The number of the rule (P..) is
// in the name of its test.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <set>

#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

Xml gexf_of(std::string_view lines) {
  return parse_xml(written("gexf", make_graph(lines)).text).get_child("gexf");
}

Xml first_edge(std::string_view lines) {
  return children(gexf_of(lines).get_child("graph.edges"), "edge").at(0);
}

std::string value(const Xml& element, std::string_view name) {
  return attribute(child_with(element.get_child("attvalues"), "attvalue", "for", name), "value");
}

/// "2023-01-01..2023-12-31 2025-01-01..2025-01-01"
std::string spells(const Xml& edge) {
  std::string result;
  const auto found = edge.get_child_optional("spells");
  if (!found) return "none";
  for (const Xml& spell : children(*found, "spell"))
    result +=
        (result.empty() ? "" : " ") + attribute(spell, "start") + ".." + attribute(spell, "end");
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gexf)

BOOST_AUTO_TEST_CASE(exact_text) {
  BOOST_TEST(
      written("gexf", make_graph("office:X implements project:A start=2023"), {.title = "T & U"})
          .text ==
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
      "version=\"1.2\">\n"
      "<meta><creator>oscegraph</creator><description>T &amp; U</description></meta>\n"
      "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n"
      "<attributes class=\"node\" mode=\"static\">\n"
      "<attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n"
      "<attribute id=\"aliases\" title=\"aliases\" type=\"string\"/>\n"
      "</attributes>\n"
      "<attributes class=\"edge\" mode=\"static\">\n"
      "<attribute id=\"relation\" title=\"relation\" type=\"string\"/>\n"
      "<attribute id=\"basis\" title=\"basis\" type=\"string\"/>\n"
      "<attribute id=\"claim_count\" title=\"claim_count\" type=\"integer\"/>\n"
      "<attribute id=\"document_count\" title=\"document_count\" type=\"integer\"/>\n"
      "<attribute id=\"documents\" title=\"documents\" type=\"string\"/>\n"
      "<attribute id=\"document_dates\" title=\"document_dates\" type=\"string\"/>\n"
      "<attribute id=\"start\" title=\"start\" type=\"string\"/>\n"
      "<attribute id=\"end\" title=\"end\" type=\"string\"/>\n"
      "<attribute id=\"interaction\" title=\"interaction\" type=\"string\"/>\n"
      "<attribute id=\"open_end\" title=\"open_end\" type=\"boolean\"/>\n"
      "<attribute id=\"date_precision\" title=\"date_precision\" type=\"string\"/>\n"
      "</attributes>\n"
      "<nodes>\n"
      "<node id=\"office:X\" label=\"X\"><attvalues><attvalue for=\"kind\" "
      "value=\"office\"/></attvalues>"
      "<viz:size value=\"10\"/><viz:position x=\"40.5\" y=\"-20.7\" z=\"0\"/><viz:color r=\"0\" "
      "g=\"158\" b=\"115\" a=\"1\"/></node>\n"
      "<node id=\"project:A\" label=\"A\"><attvalues><attvalue for=\"kind\" "
      "value=\"project\"/></attvalues>"
      "<viz:size value=\"10\"/><viz:position x=\"-45.6\" y=\"23.3\" z=\"0\"/><viz:color r=\"240\" "
      "g=\"228\" b=\"66\" a=\"1\"/></node>\n"
      "</nodes>\n"
      "<edges>\n"
      "<edge id=\"e1\" source=\"office:X\" target=\"project:A\" kind=\"implements\" "
      "label=\"implements\" weight=\"1\"><attvalues><attvalue for=\"relation\" "
      "value=\"implements\"/>"
      "<attvalue for=\"basis\" value=\"stated\"/><attvalue for=\"claim_count\" value=\"1\"/>"
      "<attvalue for=\"document_count\" value=\"1\"/><attvalue for=\"documents\" value=\"d\"/>"
      "<attvalue for=\"start\" value=\"2023\"/><attvalue for=\"interaction\" value=\"implements\"/>"
      "<attvalue for=\"open_end\" value=\"true\"/><attvalue for=\"date_precision\" value=\"year\"/>"
      "</attvalues><spells><spell start=\"2023-01-01\" end=\"2023-12-31\"/></spells></edge>\n"
      "</edges>\n"
      "</graph>\n"
      "</gexf>\n");
}

BOOST_AUTO_TEST_CASE(p30_parallel_edges_have_kinds) {
  const Xml edges =
      gexf_of("state:NO funds project:A\nstate:NO implements project:A").get_child("graph.edges");
  BOOST_TEST(children(edges, "edge").size() == 2U);
  for (const std::string relation : {"funds", "implements"})
    BOOST_TEST(value(child_with(edges, "edge", "kind", relation), "relation") == relation);
}

BOOST_AUTO_TEST_CASE(p31_p33_labels_are_attributes_and_ids_are_titles) {
  const Xml file = parse_xml(written("gexf", nasty_graph()).text).get_child("gexf");
  for (const Xml& node : children(file.get_child("graph.nodes"), "node"))
    BOOST_TEST(!attribute(node, "label").empty());
  for (const Xml& block : children(file.get_child("graph"), "attributes"))
    for (const Xml& column : children(block, "attribute")) {
      BOOST_TEST(attribute(column, "id") == attribute(column, "title"));
      for (const std::string taken : {"label", "id", "weight", "color", "x"})
        BOOST_TEST(attribute(column, "title") != taken);
    }
}

BOOST_AUTO_TEST_CASE(p32_p34_one_block_a_class_with_known_types) {
  const std::set<std::string> types{"string", "integer", "long", "double", "boolean"};
  const Xml file = parse_xml(written("gexf", nasty_graph()).text).get_child("gexf");
  std::set<std::string> classes;
  for (const Xml& block : children(file.get_child("graph"), "attributes")) {
    BOOST_TEST(classes.insert(attribute(block, "class")).second);
    BOOST_TEST(attribute(block, "mode") == "static");
    for (const Xml& column : children(block, "attribute"))
      BOOST_TEST(types.contains(attribute(column, "type")));
  }
}

BOOST_AUTO_TEST_CASE(p22_every_node_has_a_place_or_none_has) {
  const std::string small = written("gexf", make_graph("state:NO funds project:A")).text;
  BOOST_TEST(count(small, "<viz:position ") == 2U);
  BOOST_TEST(!contains(written("gexf", make_plain_graph(5001, {})).text, "viz:position"));
}

BOOST_AUTO_TEST_CASE(p35_lists_are_text_with_bars_between) {
  const std::string text =
      written("gexf", make_graph("node state:NO name=Norway alias=NORGE alias=Norwegen")).text;
  BOOST_TEST(!contains(text, "liststring"));
  BOOST_TEST(contains(text, "<attvalue for=\"aliases\" value=\"NORGE | Norwegen\"/>"));
}

BOOST_AUTO_TEST_CASE(p36_a_size_has_its_value_first_or_is_absent) {
  const Graph graph = make_graph("office:X implements project:A");
  Subset subset = Subset::whole(graph);
  subset.set_score({"rank", ScoreOf::node, {std::nan(""), 1}});
  const std::string text = written("gexf", subset, {.size_by = "rank"}).text;
  BOOST_TEST(count(text, "<viz:size ") == 1U);
  BOOST_TEST(count(text, "<viz:size value=\"10\"/>") == 1U);
  BOOST_TEST(count(text, "<viz:color r=") == 2U);
}

BOOST_AUTO_TEST_CASE(p37_dates_are_days_and_say_how_precise_they_were) {
  const Xml year = first_edge("state:NO funds project:A start=2015 end=2016-02");
  BOOST_TEST(spells(year) == "2015-01-01..2016-02-29");
  BOOST_TEST(value(year, "date_precision") == "year");
  BOOST_TEST(value(year, "open_end") == "false");
  const Xml published = first_edge("state:NO funds project:A doc=x\ndocument x date=2024-11-22");
  BOOST_TEST(spells(published) == "2024-11-22..2024-11-22");
  BOOST_TEST(value(published, "date_precision") == "day");
}

BOOST_AUTO_TEST_CASE(p37_without_dates_the_graph_is_static) {
  const std::string text = written("gexf", make_graph("state:NO funds project:A")).text;
  BOOST_TEST(contains(text, "mode=\"static\">\n<attributes"));
  for (const std::string word : {"dynamic", "timeformat", "spell", "open_end", "date_precision"})
    BOOST_TEST(!contains(text, word));
}

BOOST_AUTO_TEST_CASE(p38_spells_never_overlap) {
  BOOST_TEST(spells(first_edge("state:NO funds project:A start=2015 end=2016\n"
                               "state:NO funds project:A start=2016-06 end=2017\n"
                               "state:NO funds project:A start=2018-01-01 end=2018-01-01\n"
                               "state:NO funds project:A start=2020-05 end=2020-05")) ==
             "2015-01-01..2018-01-01 2020-05-01..2020-05-31");
}

BOOST_AUTO_TEST_CASE(p38_open_ends_run_to_the_horizon_and_say_so) {
  const Xml edges = gexf_of(
                        "office:X implements project:A start=2020\n"
                        "office:Y implements project:A end=2010-03\n"
                        "office:Z implements project:A start=2009-05-06 end=2024-07")
                        .get_child("graph.edges");
  const Xml open = child_with(edges, "edge", "id", "e1");
  BOOST_TEST(spells(open) == "2020-01-01..2024-07-31");
  BOOST_TEST(value(open, "open_end") == "true");
  BOOST_TEST(spells(child_with(edges, "edge", "id", "e2")) == "2009-05-06..2010-03-31");
}

BOOST_AUTO_TEST_CASE(p38_reversed_periods_are_left_out_and_reported) {
  const auto [text, lost] =
      written("gexf", make_graph("state:NO funds project:A start=2020 end=2019"));
  BOOST_TEST(!contains(text, "<spell"));
  BOOST_TEST(lost.back() ==
             "1 edge in part off the time line: a claim of theirs ends before it starts");
}

BOOST_AUTO_TEST_CASE(p18_p39_weights_are_positive_and_static) {
  const Xml edge = first_edge(
      "state:NO funds project:A doc=a start=2020\nstate:NO funds project:A doc=b start=2021");
  BOOST_TEST(attribute(edge, "weight") == "2");
}

BOOST_AUTO_TEST_CASE(p40_every_edge_is_directed) {
  BOOST_TEST(!contains(written("gexf", make_graph("state:NO funds project:A")).text, "undirected"));
}

BOOST_AUTO_TEST_CASE(p41_every_value_is_declared) {
  const Xml graph = parse_xml(written("gexf", nasty_graph()).text).get_child("gexf.graph");
  for (const auto& [list, element] : {std::pair("nodes", "node"), std::pair("edges", "edge")}) {
    const Xml block = child_with(graph, "attributes", "class", element);
    for (const Xml& item : children(graph.get_child(list), element))
      for (const Xml& one : children(item.get_child("attvalues"), "attvalue"))
        BOOST_CHECK_NO_THROW(child_with(block, "attribute", "id", attribute(one, "for")));
  }
}

BOOST_AUTO_TEST_SUITE_END()
