// SPDX-License-Identifier: Apache-2.0
//
// Tests texts in graph files: names with markup, labels for drawing, values on several lines,
// numbers with an exponent.
#include <boost/test/unit_test.hpp>
#include <string>

#include "load_mapped.hpp"
#include "oscegraph/loader/graphs/markup_text.hpp"
#include "oscegraph/loader/graphs/value_text.hpp"

using namespace oscegraph;
using namespace oscegraph::testing;

namespace {

/// The name that is read of a node with this data.
std::string name_of_data(const std::string& data) {
  const Mapped mapped =
      load_file("x.graphml",
                graphml(graphml_node("p", "project", "<data key=\"n\">" + data + "</data>")), "");
  BOOST_TEST(mapped.problems == "");
  return std::string(mapped.loaded.graph.node_name(0));
}

const std::string yed_keys =
    "<key for=\"node\" id=\"g\" yfiles.type=\"nodegraphics\"/>"
    "<key for=\"edge\" id=\"h\" yfiles.type=\"edgegraphics\"/>"
    "<key for=\"port\" id=\"q\" yfiles.type=\"portgraphics\"/>"
    "<key for=\"graphml\" id=\"s\" yfiles.type=\"resources\"/>";

Mapped load_yed(const std::string& inside, const std::string& keys = yed_keys,
                const std::string& map = plain_map) {
  const std::string file = graphml(inside, "directed", keys);
  const std::string root = "<graphml ";
  return load_file("x.graphml",
                   root +
                       "xmlns:y=\"http://www.yworks.com/xml/graphml\" "
                       "xmlns:x=\"http://www.yworks.com/xml/yfiles-common/markup/3.0\" " +
                       file.substr(root.size()),
                   map);
}

std::string yed_node(const std::string& id, const std::string& graphics) {
  return graphml_node(
      id, "agency",
      "<data key=\"g\"><y:ShapeNode><y:Geometry x=\"1\"/>" + graphics + "</y:ShapeNode></data>");
}

std::string dot_name_of(const std::string& attributes) {
  const Mapped mapped = load_file("x.dot", "digraph { p [kind=project, " + attributes + "] }");
  BOOST_TEST(mapped.problems == "");
  return std::string(mapped.loaded.graph.node_name(0));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_labels)

BOOST_AUTO_TEST_CASE(text_inside_of_elements_is_a_part_of_a_value) {
  BOOST_TEST(name_of_data("Old <i>Mill</i> Road") == "Old Mill Road");
  BOOST_TEST(name_of_data("Old Mi<b>l</b>l") == "Old Mill");
  BOOST_TEST(name_of_data("<p>Old</p><p>Mill</p>") == "Old Mill");
  BOOST_TEST(name_of_data("Old<br/>Mill<hr/>Road") == "Old Mill Road");
  BOOST_TEST(name_of_data("<svg xmlns=\"http://www.w3.org/2000/svg\"><style>t {}</style><text>Old "
                          "Mill</text><g><text>Road</text></g></svg>") == "Old Mill Road");
  BOOST_TEST(name_of_data("Old <!-- not so --> Mill<?app do?>") == "Old Mill");
  BOOST_TEST(name_of_data("<![CDATA[Old & <Mill>]]>") == "Old & <Mill>");
  BOOST_TEST(name_of_data("Old &amp; &#x4d;ill") == "Old & Mill");
  BOOST_TEST(name_of_data("<data key=\"n\">Old</data> Mill") == "Old Mill");
  BOOST_TEST(name_of_data(" \n\t ") == "p");
  BOOST_TEST(name_of_data("<y xmlns=\"urn:y\"/>") == "p");
}

BOOST_AUTO_TEST_CASE(values_may_stand_on_lines_of_their_own) {
  const Mapped mapped =
      load_file("x.graphml",
                graphml(graphml_node("Finland", "\n      state\n    ") +
                        graphml_node("Mill", " project ", "<data key=\"n\">\n The\n mill </data>") +
                        graphml_edge("Finland", "Mill", "\n funds\n", "\n 5.50 ")),
                money_map + "attributes.title = name\n");
  BOOST_TEST(
      (mapped.loaded.graph.attributes(0) == std::vector<Attribute>{{"title", "The\n mill"}}));
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.edges() == "state:FI funds Mill\n");
  BOOST_TEST(mapped.amounts() == "5.50");
}

BOOST_AUTO_TEST_CASE(defaults_count_where_there_is_no_value) {
  const std::string keys =
      "<key id=\"d\" for=\"edge\" attr.name=\"since\"><desc>of the first</desc>"
      "<default>20<b>21</b></default></key>";
  const Mapped mapped =
      load_file("x.graphml",
                graphml(graphml_node("Finland", "state") + graphml_node("Mill", "project") +
                            graphml_edge("Finland", "Mill", "funds"),
                        "directed", keys),
                plain_map + "start = since\n");
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.loaded.graph.claim(0).period.start.text() == "2021");
}

BOOST_AUTO_TEST_CASE(labels_that_yed_draws) {
  const Mapped mapped = load_yed(
      yed_node("n0",
               "<y:NodeLabel x=\"1\">UNHCR<y:LabelModel><y:SmartNodeLabelModel>5"
               "</y:SmartNodeLabelModel></y:LabelModel></y:NodeLabel>") +
          yed_node("n1", "<y:NodeLabel>Orchard\nTrust</y:NodeLabel>") +
          yed_node("n2",
                   "<y:NodeLabel>&lt;html&gt;&lt;b&gt;Lantern&lt;/b&gt;&lt;br&gt;Relief &amp;amp; "
                   "Co&lt;/html&gt;</y:NodeLabel>") +
          yed_node("n3", "<y:NodeLabel hasText=\"false\"/>") +
          "<edge id=\"e\" source=\"n0\" target=\"n1\"><data key=\"h\"><y:PolyLineEdge><y:Path/>"
          "<y:EdgeLabel>funds<y:PreferredPlacementDescriptor/></y:EdgeLabel></y:PolyLineEdge></"
          "data>"
          "</edge>",
      yed_keys, "records = graph\nkind = kind\nrelation = label\n");
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.notes == "");
  BOOST_TEST(mapped.edges() == "agency:unhcr funds n1\n");
  BOOST_TEST(
      mapped.nodes().ends_with("n1 (agency): Orchard Trust\nn2 (agency): Lantern Relief & "
                               "Co\nn3 (agency): n3\n"));
}

BOOST_AUTO_TEST_CASE(what_the_file_says_in_words_goes_before_what_is_drawn) {
  const std::string drawn =
      "<data key=\"g\"><y:ShapeNode><y:NodeLabel>box</y:NodeLabel>"
      "</y:ShapeNode></data>";
  const std::string name = "<data key=\"n\">Orchard Trust</data>";
  const std::string label = "<data key=\"l\">Orchard Trust</data>";
  const std::string label_key = "<key id=\"l\" for=\"node\" attr.name=\"label\"/>";
  for (const std::string& more : std::vector<std::string>{drawn + name, name + drawn})
    BOOST_TEST(load_yed(graphml_node("n0", "agency", more)).nodes() ==
               "n0 (agency): Orchard Trust\n");
  for (const std::string& keys :
       std::vector<std::string>{yed_keys + label_key, label_key + yed_keys})
    for (const std::string& more : std::vector<std::string>{drawn + label, label + drawn}) {
      BOOST_TEST(load_yed(graphml_node("n0", "agency", more), keys).nodes() ==
                 "n0 (agency): Orchard Trust\n");
      BOOST_TEST(load_yed(graphml_node("n0", "agency", drawn), keys).nodes() ==
                 "n0 (agency): box\n");
    }
}

BOOST_AUTO_TEST_CASE(of_several_labels_the_first_counts_and_a_note_says_so) {
  const Mapped mapped =
      load_yed(yed_node("n0",
                        "<y:NodeLabel> </y:NodeLabel><y:NodeLabel>Orchard Trust</y:NodeLabel>"
                        "<y:NodeLabel>since 1990</y:NodeLabel>"));
  BOOST_TEST(mapped.nodes() == "n0 (agency): Orchard Trust\n");
  BOOST_TEST(mapped.notes ==
             "x.graphml: 1 node or edge has several labels, of which the first counts (the node "
             "'n0')\n");
}

BOOST_AUTO_TEST_CASE(of_a_group_the_look_that_is_drawn_counts) {
  const auto group = [](const std::string& active) {
    return graphml_node(
        "n0", "agency",
        "<graph edgedefault=\"directed\">" + yed_node("n1", "<y:NodeLabel>Mill</y:NodeLabel>") +
            "</graph><data key=\"g\"><y:ProxyAutoBoundsNode><y:Realizers active=\"" + active +
            "\"><y:GroupNode><y:NodeLabel>Open</y:NodeLabel></y:GroupNode><y:GroupNode>"
            "<y:NodeLabel>Closed</y:NodeLabel></y:GroupNode></y:Realizers>"
            "</y:ProxyAutoBoundsNode></data>");
  };
  BOOST_TEST(load_yed(group("0")).nodes() == "n0 (agency): Open\nn1 (agency): Mill\n");
  BOOST_TEST(load_yed(group("1")).nodes() == "n0 (agency): Closed\nn1 (agency): Mill\n");
  BOOST_TEST(load_yed(group("1")).notes == "");
}

BOOST_AUTO_TEST_CASE(labels_of_newer_yfiles_programs) {
  const std::string keys =
      "<key id=\"g\" for=\"node\" attr.name=\"NodeLabels\" "
      "y:attr.uri=\"http://www.yworks.com/xml/yfiles-common/2.0/NodeLabels\"/>"
      "<key id=\"z\" for=\"node\" attr.name=\"NodeGeometry\" y:attr.uri=\"urn:geometry\"/>";
  const auto node = [](const std::string& label) {
    return graphml_node(
        "n0", "agency",
        "<data key=\"z\">1 2</data><data key=\"g\"><x:List>" + label + "</x:List></data>");
  };
  const Mapped mapped =
      load_yed(node("<y:Label><y:Label.Text>Orchard Trust</y:Label.Text><y:Label.LayoutParameter>"
                    "<y:Ratio>0.5</y:Ratio></y:Label.LayoutParameter></y:Label>"),
               keys);
  BOOST_TEST(mapped.nodes() == "n0 (agency): Orchard Trust\n");
  BOOST_TEST(load_yed(node("<y:Label Text=\"Orchard Trust\"/>"), keys).nodes() ==
             "n0 (agency): Orchard Trust\n");
}

BOOST_AUTO_TEST_CASE(labels_of_dot) {
  BOOST_TEST(dot_name_of("label=<<b>Old</b><br/>Mill &amp; Dam>") == "Old Mill & Dam");
  BOOST_TEST(dot_name_of("label=<<table><tr><td>Old</td><td>Mill</td></tr></table>>") ==
             "Old Mill");
  BOOST_TEST(dot_name_of("label=\"M&uuml;hle &#8211; Teil&nbsp;2\"") == "Mühle – Teil 2");
  BOOST_TEST(dot_name_of("label=\"Old\\nMill\\l\"") == "Old Mill");
  BOOST_TEST(dot_name_of("label=\"Research & Trade; more\"") == "Research & Trade; more");
  BOOST_TEST(dot_name_of("xlabel=\"Old Mill\"") == "Old Mill");
  BOOST_TEST(dot_name_of("xlabel=\"see below\", label=\"Old Mill\"") == "Old Mill");
  BOOST_TEST(dot_name_of("label=\"\", xlabel=\"Old Mill\"") == "Old Mill");
  BOOST_TEST(dot_name_of("name=\"Old Mill\", label=\"box\"") == "Old Mill");
  BOOST_TEST(dot_name_of("shape=box") == "p");
}

BOOST_AUTO_TEST_CASE(text_of_markup_is_what_it_shows) {
  BOOST_TEST(text_of_markup("<B>Stone</B> <I>Br</I>idges") == "Stone Bridges");
  BOOST_TEST(text_of_markup("a<!-- <b> -->b<br>c") == "ab c");
  BOOST_TEST(text_of_markup("a < b") == "a");
  BOOST_TEST(text_of_markup("") == "");
  BOOST_TEST(without_entities("AT&T &unknown; &#0; &#xD800; &eacute;&Eacute;&yuml;") ==
             "AT&T &unknown; &#0; &#xD800; éÉÿ");
  BOOST_TEST(without_entities("&#x1F600;&#x20AC;") == "\xF0\x9F\x98\x80€");
}

BOOST_AUTO_TEST_CASE(exponents_move_the_point_and_nothing_else) {
  BOOST_TEST(without_exponent("1.2000005E6") == "1200000.5");
  BOOST_TEST(without_exponent("1.0E7") == "10000000");
  BOOST_TEST(without_exponent("1e+05") == "100000");
  BOOST_TEST(without_exponent("-2.5e3") == "-2500");
  BOOST_TEST(without_exponent("12345e-2") == "123.45");
  BOOST_TEST(without_exponent("5E-2") == "0.05");
  BOOST_TEST(without_exponent("0.0E0") == "0");
  for (const std::string_view text :
       {"100.50", "1e", "e5", "1e5e", "1,5e3", "1e100", "Estonia", ""})
    BOOST_TEST(without_exponent(text) == text);
  const Mapped mapped =
      load_file("x.dot",
                "digraph { Finland [kind=state] Mill [kind=project] Finland -> Mill "
                "[relation=funds, amount=\"1.23456785E7\"] }",
                money_map);
  BOOST_TEST(mapped.amounts() == "12345678.50");
}

BOOST_AUTO_TEST_SUITE_END()
