// SPDX-License-Identifier: Apache-2.0
//
// Tests declarations of attributes in GraphML and GEXF files, at any place in the file, and
// namespaces.
#include <boost/test/unit_test.hpp>
#include <string>

#include "load_mapped.hpp"

using namespace oscegraph;
using namespace oscegraph::testing;

namespace {

const std::string finland = "state:FI (state): Finland\n";

std::string graphml_with(const std::string& before, const std::string& inside,
                         const std::string& after) {
  return "<graphml>" + before + "<graph edgedefault=\"directed\">" + inside + "</graph>" + after +
         "</graphml>";
}

std::string nodes(const std::string& text) {
  const Mapped mapped = load_file("x.graphml", text, "records = graph\nkind = kind\n");
  BOOST_TEST(mapped.problems == "");
  return mapped.nodes();
}

std::string problem(const std::string& keys, const std::string& inside) {
  return load_file("x.graphml", graphml_with(keys, inside, ""), "records = graph\nkind = kind\n")
      .problems;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_declarations)

BOOST_AUTO_TEST_CASE(keys_may_stand_anywhere) {
  const std::string key = "<key id=\"kind\" for=\"node\"/>";
  const std::string node = "<node id=\"Finland\"><data key=\"kind\">state</data></node>";
  BOOST_TEST(nodes(graphml_with(key, node, "")) == finland);
  BOOST_TEST(nodes(graphml_with("", key + node, "")) == finland);
  BOOST_TEST(nodes(graphml_with("", node + key, "")) == finland);
  BOOST_TEST(nodes(graphml_with("", node, key)) == finland);
  // With a default for nodes without a value.
  const std::string late = "<key id=\"kind\" for=\"node\"><default>state</default></key>";
  BOOST_TEST(nodes(graphml_with("", "<node id=\"Finland\"/>", late)) == finland);
  // In a graph inside of a node, and in a namespace with a prefix.
  BOOST_TEST(nodes(graphml_with("",
                                "<node id=\"Finland\"><graph>" + key +
                                    "</graph><data "
                                    "key=\"kind\">state</data></node>",
                                "")) == finland);
  BOOST_TEST(nodes("<g:graphml xmlns:g=\"http://graphml.graphdrawing.org/xmlns\"><g:graph "
                   "edgedefault=\"directed\"><g:node id=\"Finland\"><g:data key=\"kind\">state"
                   "</g:data></g:node></g:graph><g:key id=\"kind\" for=\"node\"/></g:graphml>") ==
             finland);
  BOOST_TEST(load_file("x.graphml", graphml_with("", node, key + key), "").problems ==
             "x.graphml:1:130: the key 'kind' of nodes is declared twice\n");
}

BOOST_AUTO_TEST_CASE(what_a_key_is_for) {
  const std::string node = "<node id=\"Finland\"><data key=\"k\">state</data></node>";
  const auto key = [](const std::string& more) {
    return "<key id=\"k\" attr.name=\"kind\"" + more + "/>";
  };
  BOOST_TEST(nodes(graphml_with(key(""), node, "")) == finland);
  BOOST_TEST(nodes(graphml_with(key(" for=\"all\""), node, "")) == finland);
  BOOST_TEST(nodes(graphml_with(key(" for=\"node\"") + "<key id=\"k\" for=\"edge\" "
                                                       "attr.name=\"type\"/><key id=\"k\" "
                                                       "for=\"graph\" attr.name=\"kind\"/>",
                                node, "")) == finland);
  BOOST_TEST(problem(key(" for=\"all\"") + "<key id=\"k\" for=\"edge\"/>", node) ==
             "x.graphml:1:50: the key 'k' of edges is declared twice\n");
  for (const std::string& scope :
       std::vector<std::string>{"graph", "port", "hyperedge", "endpoint", "edge"})
    BOOST_TEST(problem("<key id=\"kind\" for=\"node\"/>" + key(" for=\"" + scope + "\""), node)
                   .ends_with(": the node 'Finland': the key 'k' is not declared for nodes\n"));
  BOOST_TEST(problem(key(" for=\"nodes\""), node) ==
             "x.graphml:1:10: the key 'k' is for 'nodes'; a key is for node, edge, all, graph, "
             "port or hyperedge\n");
  BOOST_TEST(problem(key(" for=\"node\"") + "<key id=\"l\" attr.name=\"kind\" for=\"all\"/>", node)
                 .ends_with("two keys of nodes are called 'kind'; rename one of them\n"));
}

BOOST_AUTO_TEST_CASE(types_that_the_format_has_not_are_text) {
  const Mapped mapped = load_file(
      "x.graphml",
      graphml(graphml_node("Mill", "project", "<data key=\"u\">https://example.org/?a=1</data>"),
              "directed",
              "<key id=\"u\" for=\"node\" attr.name=\"page\" attr.type=\"url\"/>"
              "<key id=\"w\" for=\"node\" attr.name=\"area\" attr.type=\"doubel\"/>"),
      plain_map + "attributes.page = page\n");
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST((mapped.loaded.graph.attributes(0) ==
              std::vector<Attribute>{{"page", "https://example.org/?a=1"}}));
  BOOST_TEST(mapped.notes ==
             "x.graphml:2:247: 'url' is no type of GraphML's: the values of 'page' are read as "
             "text\nx.graphml:2:304: 'doubel' is no type of GraphML's: the values of 'area' are "
             "read as text; did you mean 'double'?\n");
}

BOOST_AUTO_TEST_CASE(descriptions_are_counted) {
  const Mapped mapped = load_file(
      "x.graphml", graphml("<desc>all</desc>" + graphml_node("Mill", "project", "<desc>a</desc>") +
                           "<node id=\"Dam\"><desc>b</desc><data key=\"k\">project</data></node>"));
  BOOST_TEST(mapped.nodes() == "Dam (project): Dam\nMill (project): Mill\n");
  BOOST_TEST(mapped.notes ==
             "x.graphml: 2 nodes and edges have a <desc>, which is not read; a <data> with a key "
             "of its own is\n");
}

BOOST_AUTO_TEST_CASE(what_is_said_of_a_node_may_come_after_the_graph_inside_of_it) {
  const std::string inside =
      "<graph><node id=\"Sweden\"><data key=\"k\">state</data></node></graph>";
  BOOST_TEST(nodes(graphml("<node id=\"Finland\">" + inside +
                           "<port name=\"p\"><data key=\"k\">no</data></port><data "
                           "key=\"k\">state</data></node>")) ==
             finland + "state:SE (state): Sweden\n");
  const std::string theirs =
      "<node id=\"1\" label=\"Finland\"><nodes>" + gexf_node("2", "Sweden", "state") +
      "</nodes><attvalues><attvalue for=\"k\" value=\"state\"/></attvalues></node>";
  BOOST_TEST(load_file("x.gexf", gexf(theirs, "")).nodes() ==
             finland + "state:SE (state): Sweden\n");
}

BOOST_AUTO_TEST_CASE(attributes_of_gexf_may_be_declared_last) {
  const Mapped mapped = load_file(
      "x.gexf",
      "<gexf><graph defaultedgetype=\"directed\"><edges><edge source=\"1\" target=\"2\"><attvalues>"
      "<attvalue for=\"r\" value=\"funds\"/></attvalues></edge></edges><nodes><node id=\"1\" "
      "label=\"Finland\"><attvalues><attvalue for=\"k\">state</attvalue></attvalues></node>"
      "<node id=\"2\"/></nodes><attributes class=\"node\"><attribute id=\"k\" title=\"kind\" "
      "type=\"enum\"><default>project</default></attribute></attributes><attributes "
      "class=\"edge\"><attribute id=\"r\" title=\"relation\" type=\"string\"/></attributes>"
      "</graph></gexf>");
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.edges() == "state:FI funds 2\n");
  BOOST_TEST(mapped.notes.ends_with(
      "'enum' is no type of GEXF's: the values of 'kind' are read as text\n"));
}

BOOST_AUTO_TEST_CASE(values_for_several_times_are_told_where_they_count) {
  const std::string edge =
      "<edge source=\"1\" target=\"2\"><attvalues><attvalue for=\"r\" value=\"funds\"/><attvalue "
      "for=\"a\" value=\"5\" end=\"2020\"/><attvalue for=\"a\" value=\"7\" start=\"2021\"/>"
      "</attvalues></edge>";
  const std::string file =
      gexf(gexf_node("1", "Finland", "state") + gexf_node("2", "Mill", "project"), edge);
  const Mapped mapped = load_file("x.gexf", file, money_map);
  BOOST_TEST(mapped.amounts() == "7.00");
  BOOST_TEST(mapped.notes ==
             "x.gexf: attributes with values for several times: of 'a' the last value counts\n");
  BOOST_TEST(load_file("x.gexf", file).notes == "");
}

BOOST_AUTO_TEST_CASE(two_attributes_of_gexf_with_one_title_are_a_mistake) {
  BOOST_TEST(load_file("x.gexf",
                       "<gexf><graph><attributes class=\"node\"><attribute id=\"0\" "
                       "title=\"kind\" type=\"string\"/><attribute id=\"1\" "
                       "title=\"kind\" type=\"string\"/></attributes></graph></gexf>")
                 .problems ==
             "x.gexf:1:85: two attributes of nodes are called 'kind'; rename one of them\n");
}

BOOST_AUTO_TEST_CASE(namespaces_that_were_published) {
  const std::vector<std::string> published{
      "http://www.gephi.org/gexf",    "http://www.gephi.org/gexf/1.1draft",
      "http://www.gexf.net/1.0",      "http://www.gexf.net/1.1draft",
      "http://www.gexf.net/1.2draft", "http://gexf.net/1.2draft",
      "http://www.gexf.net/1.2",      "http://gexf.net/1.3",
      "https://gexf.net/1.3",         "http://www.gexf.net/1.3",
      "http://www.gexf.net/1.3draft", ""};
  for (const std::string& space : published)
    BOOST_TEST(load_file("x.gexf", gexf(gexf_node("1", "Finland", "state"), "", "directed", space))
                   .nodes() == finland);
  const std::vector<std::string> others{"http://gexf.net/9.9", "http://www.gexf.net/1.2drft",
                                        "http://example.org/gexf",
                                        "http://graphml.graphdrawing.org/xmlns"};
  for (const std::string& space : others)
    BOOST_TEST(
        load_file("x.gexf", gexf("", "", "directed", space))
            .problems.starts_with("x.gexf:1:1: the XML namespace is '" + space + "'; GEXF's"));
}

BOOST_AUTO_TEST_CASE(namespaces_of_graphml) {
  const auto in_space = [](const std::string& space) {
    std::string file = graphml(graphml_node("Finland", "state"));
    const std::string usual = "http://graphml.graphdrawing.org/xmlns";
    return file.replace(file.find(usual), usual.size(), space);
  };
  const std::string home = "://graphml.graphdrawing.org/xmlns";
  const std::vector<std::string> published{"http" + home,
                                           "https" + home,
                                           "http" + home + "/graphml",
                                           "http" + home + "/1.0rc",
                                           "http" + home + "/1.1",
                                           ""};
  for (const std::string& space : published)
    BOOST_TEST(load_file("x.graphml", in_space(space)).nodes() == finland);
  const std::vector<std::string> others{"http" + home + "/", "http" + home + "/2.0",
                                        "http://www.yworks.com/xml/graphml"};
  for (const std::string& space : others)
    BOOST_TEST(load_file("x.graphml", in_space(space))
                   .problems.starts_with("x.graphml:1:1: the XML namespace is '" + space + "'"));
}

BOOST_AUTO_TEST_CASE(hyperedges_are_refused_by_name) {
  BOOST_TEST(
      problem("", "<hyperedge id=\"h1\"/>")
          .starts_with(
              "x.graphml:1:40: the hyperedge 'h1' joins more than two nodes; edges here join two"));
}

BOOST_AUTO_TEST_SUITE_END()
