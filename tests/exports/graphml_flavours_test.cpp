// SPDX-License-Identifier: Apache-2.0
//
// Tests GraphML that is valid by the standard's schema, and GraphML for yEd.
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

constexpr std::string_view lines =
    "state:NO funds project:A doc=d1 amount=1.50 currency=EUR\n"
    "office:X implements project:A basis=inferred\n"
    "node state:NO name=Norway\n";

/// The attributes that the standard's schema gives each element.
const std::map<std::string, std::set<std::string>> schema{
    {"key", {"id", "for", "attr.name", "attr.type"}},
    {"graph", {"id", "edgedefault"}},
    {"node", {"id"}},
    {"edge", {"id", "source", "target"}},
    {"data", {"key"}}};

bool is_name_token(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "0123456789._:-") == std::string_view::npos;
}

void check_element(const std::string& name, const Xml& element) {
  for (const auto& [child_name, child] : element) {
    if (child_name == "<xmlattr>") {
      if (!schema.contains(name)) continue;
      for (const auto& [attribute, value] : child) {
        BOOST_TEST(schema.at(name).contains(attribute), name << ' ' << attribute);
        if (attribute != "attr.name") BOOST_TEST(is_name_token(value.data()), value.data());
      }
    } else if (child_name != "<xmlcomment>") {
      check_element(child_name, child);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graphml_flavours)

BOOST_AUTO_TEST_CASE(p4_p23_strict_has_only_what_the_schema_allows) {
  for (const Graph& graph : {make_graph(lines), nasty_graph()}) {
    const std::string text = written("graphml-strict", graph).text;
    const Xml file = parse_xml(text);
    check_element("", file);
    BOOST_TEST(contains(text, "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "));
  }
}

BOOST_AUTO_TEST_CASE(strict_rewrites_ids_and_keeps_them_in_a_column) {
  const Graph graph = GraphMaker()
                          .add(NodeSpec{"a b&c", Kind::donor, "A"})
                          .add(NodeSpec{"project:1", Kind::project, "B"})
                          .add(DocumentSpec{"d"})
                          .add(ClaimSpec{.from = "a b&c", .to = "project:1", .document = "d"})
                          .make();
  const auto [text, lost] = written("graphml-strict", graph);
  const Xml file = parse_xml(text).get_child("graphml.graph");
  const Xml edge = children(file, "edge").at(0);
  BOOST_TEST(attribute(edge, "source") == "id:_a_20b_26c");
  BOOST_TEST(attribute(edge, "target") == "project:1");
  BOOST_TEST(contains(text, "<data key=\"n_ref\">a b&amp;c</data>"));
  BOOST_TEST(holds(lost,
                   "1 node id rewritten: the schema allows only name tokens; the column ref has "
                   "them as they were"));
  BOOST_TEST(!contains(written("graphml-strict", make_graph(lines)).text, "n_ref"));
}

BOOST_AUTO_TEST_CASE(p27_yed_has_shapes_labels_and_colours) {
  const Xml file = parse_xml(written("graphml-yed", make_graph(lines)).text).get_child("graphml");
  BOOST_TEST(attribute(child_with(file, "key", "id", "yed_node"), "yfiles.type") == "nodegraphics");
  BOOST_TEST(attribute(child_with(file, "key", "id", "yed_edge"), "yfiles.type") == "edgegraphics");
  const Xml node = child_with(file.get_child("graph"), "node", "id", "state:NO");
  const Xml shape = child_with(node, "data", "key", "yed_node").get_child("y:ShapeNode");
  BOOST_TEST(shape.get_child("y:NodeLabel").data() == "Norway");
  BOOST_TEST(attribute(shape.get_child("y:Shape"), "type") == "ellipse");
  BOOST_TEST(attribute(shape.get_child("y:BorderStyle"), "color") == "#56b4e9");
  const Xml edge = child_with(file.get_child("graph"), "edge", "id", "e1");
  const Xml line = child_with(edge, "data", "key", "yed_edge").get_child("y:PolyLineEdge");
  BOOST_TEST(attribute(line.get_child("y:LineStyle"), "type") == "dashed");
  BOOST_TEST(line.get_child("y:EdgeLabel").data() == "implements");
}

BOOST_AUTO_TEST_CASE(p27_only_yed_has_what_stops_boost_and_graph_tool) {
  for (const std::string format : {"graphml", "graphml-strict"})
    BOOST_TEST(!contains(written(format, nasty_graph()).text, "yfiles"));
  BOOST_CHECK_NO_THROW(parse_xml(written("graphml-yed", nasty_graph()).text));
}

BOOST_AUTO_TEST_SUITE_END()
