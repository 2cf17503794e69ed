// SPDX-License-Identifier: Apache-2.0
//
// Tests GraphML, with one test for each rule of docs/graph-files.md. The number of the rule (P..)
// is in the name of its test.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <set>

#include "oscegraph/exports/model/property.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

Graph funding() {
  return make_graph(
      "state:NO funds project:A doc=d1 amount=100000.55 currency=EUR flow=committed start=2023\n"
      "state:NO funds project:A doc=d2 amount=100000.55 currency=EUR flow=committed start=2023\n"
      "state:NO funds project:A doc=d2 amount=50 currency=USD flow=disbursed end=2024-06\n"
      "state:NO partners project:A doc=d3 basis=inferred\n"
      "node state:NO name=Norway alias=NORGE alias=Norwegen\n");
}

Xml graphml_of(const Graph& graph) {
  return parse_xml(written("graphml", graph).text).get_child("graphml");
}

std::string value(const Xml& element, const std::string& key) {
  for (const Xml& data : children(element, "data"))
    if (attribute(data, "key") == key) return data.data();
  return "missing";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graphml)

BOOST_AUTO_TEST_CASE(exact_text) {
  BOOST_TEST(
      written("graphml", make_graph("office:X implements project:A doc=d1")).text ==
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!-- Written by oscegraph. An edge's weight is the number of claims behind it. -->\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "<key id=\"n_label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
      "<key id=\"n_name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
      "<key id=\"n_r\" for=\"node\" attr.name=\"r\" attr.type=\"int\"/>\n"
      "<key id=\"n_g\" for=\"node\" attr.name=\"g\" attr.type=\"int\"/>\n"
      "<key id=\"n_b\" for=\"node\" attr.name=\"b\" attr.type=\"int\"/>\n"
      "<key id=\"n_size\" for=\"node\" attr.name=\"size\" attr.type=\"double\"/>\n"
      "<key id=\"n_x\" for=\"node\" attr.name=\"x\" attr.type=\"double\"/>\n"
      "<key id=\"n_y\" for=\"node\" attr.name=\"y\" attr.type=\"double\"/>\n"
      "<key id=\"n_kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
      "<key id=\"n_aliases\" for=\"node\" attr.name=\"aliases\" attr.type=\"string\"/>\n"
      "<key id=\"e_label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>\n"
      "<key id=\"e_weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
      "<key id=\"e_relation\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
      "<key id=\"e_basis\" for=\"edge\" attr.name=\"basis\" attr.type=\"string\"/>\n"
      "<key id=\"e_claim_count\" for=\"edge\" attr.name=\"claim_count\" attr.type=\"int\"/>\n"
      "<key id=\"e_document_count\" for=\"edge\" attr.name=\"document_count\" attr.type=\"int\"/>\n"
      "<key id=\"e_documents\" for=\"edge\" attr.name=\"documents\" attr.type=\"string\"/>\n"
      "<key id=\"e_document_dates\" for=\"edge\" attr.name=\"document_dates\" "
      "attr.type=\"string\"/>\n"
      "<key id=\"e_start\" for=\"edge\" attr.name=\"start\" attr.type=\"string\"/>\n"
      "<key id=\"e_end\" for=\"edge\" attr.name=\"end\" attr.type=\"string\"/>\n"
      "<key id=\"e_interaction\" for=\"edge\" attr.name=\"interaction\" attr.type=\"string\"/>\n"
      "<graph id=\"G\" edgedefault=\"directed\">\n"
      "<node id=\"office:X\"><data key=\"n_label\">X</data><data key=\"n_name\">X</data>"
      "<data key=\"n_r\">0</data><data key=\"n_g\">158</data><data key=\"n_b\">115</data>"
      "<data key=\"n_size\">10</data><data key=\"n_x\">40.5</data><data key=\"n_y\">-20.7</data>"
      "<data key=\"n_kind\">office</data></node>\n"
      "<node id=\"project:A\"><data key=\"n_label\">A</data><data key=\"n_name\">A</data>"
      "<data key=\"n_r\">240</data><data key=\"n_g\">228</data><data key=\"n_b\">66</data>"
      "<data key=\"n_size\">10</data><data key=\"n_x\">-45.6</data><data key=\"n_y\">23.3</data>"
      "<data key=\"n_kind\">project</data></node>\n"
      "<edge id=\"e1\" source=\"office:X\" target=\"project:A\" label=\"implements\">"
      "<data key=\"e_label\">implements</data><data key=\"e_weight\">1</data>"
      "<data key=\"e_relation\">implements</data><data key=\"e_basis\">stated</data>"
      "<data key=\"e_claim_count\">1</data><data key=\"e_document_count\">1</data>"
      "<data key=\"e_documents\">d1</data><data key=\"e_interaction\">implements</data></edge>\n"
      "</graph>\n"
      "</graphml>\n");
}

BOOST_AUTO_TEST_CASE(p2_ids_and_amounts_are_exact) {
  const Xml graph = graphml_of(funding()).get_child("graph");
  const Xml edge = child_with(graph, "edge", "label", "funds");
  BOOST_TEST(attribute(edge, "source") == "state:NO");
  BOOST_TEST(value(edge, "e_amount_eur_committed") == "100000.55");
}

BOOST_AUTO_TEST_CASE(p3_one_edge_for_each_relation_and_repeated_payments_count_once) {
  const Xml graph = graphml_of(funding()).get_child("graph");
  BOOST_TEST(children(graph, "edge").size() == 2U);
  const Xml edge = child_with(graph, "edge", "label", "funds");
  BOOST_TEST(value(edge, "e_claim_count") == "3");
  BOOST_TEST(value(edge, "e_document_count") == "2");
  BOOST_TEST(value(edge, "e_documents") == "d1 | d2");
  BOOST_TEST(value(edge, "e_amount_usd_disbursed") == "50.00");
  BOOST_TEST(value(edge, "e_start") == "2023");
  BOOST_TEST(value(edge, "e_end") == "2024-06");
  BOOST_TEST(value(edge, "e_basis") == "stated");
  BOOST_TEST(value(child_with(graph, "edge", "label", "partners"), "e_basis") == "inferred");
}

BOOST_AUTO_TEST_CASE(p4_p28_the_type_of_an_edge_stands_where_each_reader_looks) {
  const Xml edge = child_with(graphml_of(funding()).get_child("graph"), "edge", "id", "e2");
  BOOST_TEST(attribute(edge, "label") == "partners");
  for (const std::string key : {"e_label", "e_relation", "e_interaction"})
    BOOST_TEST(value(edge, key) == "partners");
}

BOOST_AUTO_TEST_CASE(p5_nodes_have_label_and_name) {
  const Xml node = child_with(graphml_of(funding()).get_child("graph"), "node", "id", "state:NO");
  BOOST_TEST(value(node, "n_label") == "Norway");
  BOOST_TEST(value(node, "n_name") == "Norway");
  BOOST_TEST(value(node, "n_aliases") == "NORGE | Norwegen");
}

BOOST_AUTO_TEST_CASE(p6_p7_p8_p25_names_are_unique_and_nobody_elses) {
  const Xml file = graphml_of(nasty_graph());
  std::set<std::string> ids;
  std::set<std::string> names;
  for (const Xml& key : children(file, "key")) {
    BOOST_TEST(ids.insert(attribute(key, "id")).second);
    BOOST_TEST(names.insert(attribute(key, "for") + attribute(key, "attr.name")).second);
    BOOST_TEST(attribute(key, "attr.name") != "id");
    if (attribute(key, "attr.name") == "x") BOOST_TEST(attribute(key, "attr.type") == "double");
  }
  const Xml node = child_with(file.get_child("graph"), "node", "id", "node");
  BOOST_TEST(value(node, "n_attribute_x_2") == "1.5");
  BOOST_TEST(value(node, "n_attribute_x") == "text");
  BOOST_TEST(value(node, "n_attribute_id") == "<&>");
}

BOOST_AUTO_TEST_CASE(p7_names_differ_in_more_than_case) {
  PropertyNames names("attribute");
  names.take("kind");
  BOOST_TEST(names.fit("Budget (EUR)") == "budget_eur");
  BOOST_TEST(names.fit("budget-EUR") == "attribute_budget_eur");
  BOOST_TEST(names.fit("budget_eur") == "attribute_budget_eur_2");
  BOOST_TEST(names.fit("Kind") == "attribute_kind");
  BOOST_TEST(names.fit("Edge Weight") == "attribute_edge_weight");
  BOOST_TEST(names.fit("") == "attribute");
  BOOST_TEST(names.fit("!") == "attribute_2");
  BOOST_TEST(names.fit("название") == "название");
}

BOOST_AUTO_TEST_CASE(p9_p10_every_key_has_a_scope_and_a_known_type) {
  const std::set<std::string> types{"boolean", "int", "long", "float", "double", "string"};
  for (const Graph& graph : {funding(), nasty_graph()})
    for (const Xml& key : children(graphml_of(graph), "key")) {
      BOOST_TEST(types.contains(attribute(key, "attr.type")));
      const std::string scope = attribute(key, "for");
      BOOST_TEST((scope == "node" || scope == "edge"));
    }
}

BOOST_AUTO_TEST_CASE(p11_keys_then_nodes_then_edges) {
  const std::string text = written("graphml", funding()).text;
  BOOST_TEST(text.rfind("<key") < text.find("<graph "));
  BOOST_TEST(text.rfind("<node") < text.find("<edge"));
}

BOOST_AUTO_TEST_CASE(p12_missing_values_are_omitted) {
  for (const Graph& graph : {funding(), nasty_graph()}) {
    const std::string text = written("graphml", graph).text;
    BOOST_TEST(!contains(text, "\"></data>"));
    const Xml file = graphml_of(graph);
    std::set<std::string> declared;
    for (const Xml& key : children(file, "key")) declared.insert(attribute(key, "id"));
    for (const auto& [name, element] : file.get_child("graph"))
      for (const Xml& data : children(element, "data"))
        BOOST_TEST(declared.contains(attribute(data, "key")));
  }
  const Xml edge = child_with(graphml_of(funding()).get_child("graph"), "edge", "id", "e2");
  BOOST_TEST(value(edge, "e_amount_eur_committed") == "missing");
}

BOOST_AUTO_TEST_CASE(p13_long_numbers_are_text) {
  const auto number = AttributeType::number;
  const Graph graph =
      GraphMaker()
          .add(NodeSpec{"project:a",
                        Kind::project,
                        "A",
                        {},
                        {{"code", "12345678901234567890", number}, {"staff", "1.5e3", number}}})
          .make();
  const Xml file = graphml_of(graph);
  BOOST_TEST(attribute(child_with(file, "key", "id", "n_code"), "attr.type") == "string");
  BOOST_TEST(attribute(child_with(file, "key", "id", "n_staff"), "attr.type") == "double");
}

BOOST_AUTO_TEST_CASE(p14_scores_that_are_no_numbers_are_left_out) {
  const Graph graph = make_graph("office:X implements project:A");
  Subset subset = Subset::whole(graph);
  subset.set_score({"rank", ScoreOf::node, {std::nan(""), 0.1}});
  subset.set_score({"gap", ScoreOf::edge, {std::numeric_limits<double>::infinity()}});
  const std::string text = written("graphml", subset).text;
  BOOST_TEST(count(text, "<data key=\"n_rank\">") == 1U);
  BOOST_TEST(contains(text, "<data key=\"n_rank\">0.1</data>"));
  BOOST_TEST(!contains(text, "<data key=\"e_gap\">"));
}

BOOST_AUTO_TEST_CASE(p15_booleans_are_words) {
  const Xml node = child_with(graphml_of(nasty_graph()).get_child("graph"), "node", "id", "graph");
  BOOST_TEST(value(node, "n_active") == "true");
}

BOOST_AUTO_TEST_CASE(p16_every_edge_is_directed) {
  const std::string text = written("graphml", funding()).text;
  BOOST_TEST(contains(text, "edgedefault=\"directed\""));
  BOOST_TEST(!contains(text, "directed=\""));
}

BOOST_AUTO_TEST_CASE(p17_edge_ids_are_unique_and_the_same_in_every_part) {
  const Graph graph = funding();
  Subset part(graph);
  part.insert_edge(1, Subset::whole(graph));
  BOOST_TEST(contains(written("graphml", part).text, "<edge id=\"e2\""));
}

BOOST_AUTO_TEST_CASE(p18_weight_is_never_zero) {
  const Xml graph =
      graphml_of(make_graph("state:NO funds project:A amount=0 currency=EUR")).get_child("graph");
  const Xml edge = child_with(graph, "edge", "id", "e1");
  BOOST_TEST(value(edge, "e_weight") == "1");
  BOOST_TEST(value(edge, "e_amount_eur_unknown") == "0.00");
}

BOOST_AUTO_TEST_CASE(p19_both_ends_of_every_edge_are_declared) {
  const Graph graph = funding();
  Subset part(graph);
  part.insert_claim(0);
  const Xml file = parse_xml(written("graphml", part).text).get_child("graphml.graph");
  for (const Xml& edge : children(file, "edge"))
    for (const std::string end : {"source", "target"})
      BOOST_CHECK_NO_THROW(child_with(file, "node", "id", attribute(edge, end)));
}

BOOST_AUTO_TEST_CASE(p20_p26_p27_no_desc_timeset_or_yfiles) {
  const std::string text = written("graphml", funding()).text;
  for (const std::string word : {"<desc", "timeset", "yfiles"}) BOOST_TEST(!contains(text, word));
}

BOOST_AUTO_TEST_CASE(p21_colours_are_three_numbers_and_no_alpha) {
  const Xml file = graphml_of(funding());
  for (const std::string part : {"n_r", "n_g", "n_b"})
    BOOST_TEST(attribute(child_with(file, "key", "id", part), "attr.type") == "int");
  const std::string text = written("graphml", funding()).text;
  for (const std::string word : {"#", "rgb(", "\"color\""}) BOOST_TEST(!contains(text, word));
}

BOOST_AUTO_TEST_CASE(p22_every_node_has_a_place_or_none_has) {
  const std::string small = written("graphml", funding()).text;
  BOOST_TEST(count(small, "<data key=\"n_x\">") == count(small, "<node "));
  const std::string large = written("graphml", make_plain_graph(5001, {})).text;
  BOOST_TEST(!contains(large, "n_x"));
  BOOST_TEST(!contains(large, "n_y"));
}

BOOST_AUTO_TEST_CASE(p23_p24_anything_goes_through_but_control_characters) {
  const auto [text, lost] = written("graphml", nasty_graph());
  const Xml node = child_with(parse_xml(text).get_child("graphml.graph"), "node", "id", "node");
  BOOST_TEST(
      value(node, "n_label") ==
      "A&B <c> \"d\" 'e' \\f | ; \xF0\x9F\x8C\x8D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85\nnew\tline "
      "\xEF\xBF\xBD\xEF\xBF\xBD[31m");
  BOOST_TEST(count(text, std::string(10000, 'w')) == 2U);
  BOOST_TEST(contains(text, "\nnew\tline"));
  // Two in the label, two in the name.
  BOOST_TEST(holds(lost, "4 control characters written as U+FFFD: XML cannot hold them"));
}

BOOST_AUTO_TEST_CASE(p48_only_what_must_be_is_escaped_between_tags) {
  const Graph graph =
      GraphMaker().add(NodeSpec{"a", Kind::project, "a > \"b\" & 'c' <d> ]]>"}).make();
  BOOST_TEST(contains(written("graphml", graph).text,
                      "<data key=\"n_label\">a > \"b\" &amp; 'c' &lt;d> ]]&gt;</data>"));
}

BOOST_AUTO_TEST_CASE(noncharacters_are_replaced_and_their_neighbours_kept) {
  const Graph graph =
      GraphMaker()
          .add(NodeSpec{"a", Kind::project, "\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBC\xA1"})
          .make();
  BOOST_TEST(contains(written("graphml", graph).text, ">\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBC\xA1<"));
}

BOOST_AUTO_TEST_CASE(sizes_come_from_the_score_that_was_asked_for) {
  const Graph graph = make_graph("office:X implements project:A");
  Subset subset = Subset::whole(graph);
  subset.set_score({"pagerank", ScoreOf::node, {1, 3}});
  const std::string text = written("graphml", subset, {.size_by = "pagerank"}).text;
  BOOST_TEST(contains(text, "<data key=\"n_size\">10</data>"));
  BOOST_TEST(contains(text, "<data key=\"n_size\">50</data>"));
  try {
    written("graphml", subset, {.size_by = "pagerang"});
    BOOST_TEST(false);
  } catch (const Error& error) {
    BOOST_TEST(error.what() ==
               std::string("there is no node score 'pagerang' to size by; the scores are pagerank; "
                           "did you mean 'pagerank'?"));
  }
}

BOOST_AUTO_TEST_CASE(what_adding_up_loses_is_said) {
  const std::vector<std::string> lost{
      "4 claims added up into 2 edges: programs merge or hide parallel edges",
      "3 intervals dropped: GraphML has none, only start and end as text"};
  BOOST_TEST(written("graphml", funding()).lost == lost, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(sums_that_do_not_fit_are_missing_and_reported) {
  const auto [text, lost] =
      written("graphml",
              make_graph("state:NO funds project:A at=1 amount=90000000000000000.00 currency=EUR\n"
                         "state:NO funds project:A at=2 amount=90000000000000000.00 currency=EUR"));
  BOOST_TEST(!contains(text, "<data key=\"e_amount_eur_unknown\">"));
  BOOST_TEST(holds(lost, "1 edge written without sums: they are too large to be exact"));
}

BOOST_AUTO_TEST_CASE(where_documents_disagree_the_lowest_is_written_and_reported) {
  const auto [text, lost] =
      written("graphml", make_graph("state:NO funds project:A doc=a amount=10 currency=EUR\n"
                                    "state:NO funds project:A doc=b amount=12 currency=EUR"));
  BOOST_TEST(contains(text, "<data key=\"e_amount_eur_unknown\">10.00</data>"));
  BOOST_TEST(holds(lost, "1 edge written with the lowest amount: documents disagree"));
}

BOOST_AUTO_TEST_SUITE_END()
