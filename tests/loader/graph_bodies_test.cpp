// SPDX-License-Identifier: Apache-2.0
//
// Tests which body a node of a graph file is, by its name, its label or its id.
#include <boost/test/unit_test.hpp>
#include <string>

#include "load_mapped.hpp"

using namespace oscegraph;
using namespace oscegraph::testing;

namespace {

std::string nodes_of_graphml(const std::string& inside) {
  const Mapped mapped = load_file("x.graphml", graphml(inside));
  BOOST_TEST(mapped.problems == "");
  return mapped.nodes();
}

const std::string finland = "state:FI (state): Finland\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_bodies)

BOOST_AUTO_TEST_CASE(an_id_is_a_name_in_every_format) {
  BOOST_TEST(nodes_of_graphml(graphml_node("Finland", "state")) == finland);
  BOOST_TEST(load_file("x.gexf", gexf("<node id=\"Finlande\"><attvalues><attvalue for=\"k\" "
                                      "value=\"state\"/></attvalues></node>",
                                      ""))
                 .nodes() == finland);
  BOOST_TEST(load_file("x.dot", "digraph { \"Republic of Finland\" [kind=state] }").nodes() ==
             finland);
  BOOST_TEST(load_file("n.csv", "Id,Label,kind\nFinnland,,state\n").nodes() == finland);
  // Without a mapping too, when the attributes have the same names as ours.
  BOOST_TEST(load_file("x.dot", "digraph { Finland [kind=state] }", "").nodes() == finland);
  BOOST_TEST(load_file("x.graphml", graphml(graphml_node("Finland", "state")), "").nodes() ==
             finland);
}

BOOST_AUTO_TEST_CASE(abbreviations_and_names_in_other_languages) {
  BOOST_TEST(nodes_of_graphml(graphml_node("UNHCR", "agency") + graphml_node("ODIHR", "office"))
                 .starts_with("agency:unhcr (agency): "));
  BOOST_TEST(nodes_of_graphml(graphml_node("Финляндия", "state")) == finland);
  // An adjective names no body, and neither does an unknown name.
  BOOST_TEST(nodes_of_graphml(graphml_node("Finnish", "state")) == "Finnish (state): Finnish\n");
  BOOST_TEST(nodes_of_graphml(graphml_node("n1", "state")) == "n1 (state): n1\n");
}

BOOST_AUTO_TEST_CASE(a_name_goes_before_a_label_and_a_label_before_the_id) {
  const auto node = [](const std::string& id, const std::string& name) {
    return graphml_node(id, "state", "<data key=\"n\">" + name + "</data>");
  };
  BOOST_TEST(nodes_of_graphml(node("Norway", "Finland")) == finland);
  BOOST_TEST(nodes_of_graphml(node("Norway", "Ruritania")) == "Norway (state): Ruritania\n");
  BOOST_TEST(nodes_of_graphml(node("Finland", " \n ")) == finland);
  BOOST_TEST(nodes_of_graphml(node("n1", "\n  Republic of\n  Finland\n")) == finland);
  const std::string map = plain_map + "name = title\n";
  const std::string table = "Id,Label,kind,title\n1,Finland,state,\n2,Finland,state,Norway\n";
  BOOST_TEST(load_file("n.csv", table, map).nodes() == finland + "state:NO (state): Norway\n");
}

BOOST_AUTO_TEST_CASE(the_kind_has_to_be_the_same) {
  const Mapped mapped = load_file(
      "x.dot", "digraph { Finland [kind=donor]; UNDP [kind=agency]; Mill [kind=project] }");
  BOOST_TEST(mapped.nodes().starts_with(
      "Finland (donor): Finland\nMill (project): Mill\nagency:undp (agency): "));
  BOOST_TEST(mapped.notes ==
             "x.dot: nodes that are called like a body of another kind stay apart from it: "
             "'Finland' is a donor here, and state:FI is a state; correct the kind where the body "
             "is meant\n");
}

BOOST_AUTO_TEST_CASE(two_nodes_that_are_one_body_become_one_and_a_note_says_so) {
  const Mapped mapped =
      load_file("x.graphml",
                graphml(graphml_node("Finland", "state") +
                        graphml_node("n7", "state", "<data key=\"n\">Finnland</data>") +
                        graphml_node("P", "project") + graphml_edge("Finland", "P", "funds", "10") +
                        graphml_edge("n7", "P", "funds", "10")),
                money_map);
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.nodes() == "P (project): P\n" + finland);
  BOOST_TEST(mapped.amounts() == "10.00 10.00");
  BOOST_TEST(mapped.notes ==
             "x.graphml: nodes that are one body are read as one: 'Finland' and 'n7' are "
             "state:FI\n");
  // Two nodes with the same name that is not a known body stay two nodes.
  const Mapped apart =
      load_file("x.graphml", graphml(graphml_node("Mill", "project") +
                                     graphml_node("n8", "project", "<data key=\"n\">Mill</data>")));
  BOOST_TEST(apart.nodes() == "Mill (project): Mill\nn8 (project): Mill\n");
  BOOST_TEST(apart.notes == "");
}

BOOST_AUTO_TEST_CASE(contradictions_of_two_nodes_that_are_one_body_are_told) {
  const Mapped mapped =
      load_file("x.dot", "digraph { Finland [kind=state, area=1]; Finnland [kind=state, area=2] }",
                plain_map + "attributes.area = area\n");
  BOOST_TEST(mapped.problems ==
             "x.dot: the node 'Finnland': node 'state:FI' is defined twice, differently: area '2' "
             "here, '1' at x.dot; keep one, or give them different ids\n");
}

BOOST_AUTO_TEST_CASE(files_of_our_own_keep_their_ids) {
  const std::string own =
      graphml(graphml_node("x1", "state", "<data key=\"n\">Finland</data>"), "directed",
              "<key id=\"al\" for=\"node\" attr.name=\"aliases\" attr.type=\"string\"/>");
  BOOST_TEST(load_file("x.graphml", own, "").nodes() == "x1 (state): Finland\n");
}

BOOST_AUTO_TEST_CASE(edges_may_come_before_their_nodes) {
  const std::string edge = graphml_edge("P", "Finland", "funds", "5", " directed=\"false\"") +
                           graphml_edge("Finland", "P", "funds", "6");
  const std::string nodes = graphml_node("Finland", "state") + graphml_node("P", "project");
  const Mapped mapped = load_file("x.graphml", graphml(edge + nodes), money_map);
  BOOST_TEST(mapped.problems == "");
  BOOST_TEST(mapped.edges() == "state:FI funds P\n");
  BOOST_TEST(mapped.amounts() == "5.00 6.00");
  // The same for the table of edges.
  const Mapped tables = load_files({{"e.csv", "Source,Target,relation\n1,2,funds\n"},
                                    {"n.csv", "Id,Label,kind\n1,Finland,state\n2,,project\n"}});
  BOOST_TEST(tables.problems == "");
  BOOST_TEST(tables.edges() == "state:FI funds 2\n");
}

BOOST_AUTO_TEST_SUITE_END()
