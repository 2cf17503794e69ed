// SPDX-License-Identifier: Apache-2.0
//
// Tests the JSON formats of other programs: cyjs, jgf, graphology.
#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/parsed_json.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

Graph funding() {
  return make_graph(
      "state:NO funds project:A doc=d1 amount=100000.55 currency=EUR flow=committed\n"
      "state:NO funds project:A doc=d2 amount=0 currency=USD flow=disbursed\n"
      "office:X implements project:A\n"
      "node state:NO name=Norway attr.parent=x attr.type=y attr.hidden=z\n");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_graphs)

BOOST_AUTO_TEST_CASE(cyjs_has_data_and_a_place_for_each_node) {
  const auto file = parse_json(written("cyjs", funding(), {.title = "T"}).text);
  BOOST_TEST(text_of(file["data"], "name") == "T");
  const auto& nodes = file["elements"]["nodes"];
  BOOST_TEST(nodes.Size() == 3U);
  for (const auto& node : nodes.GetArray()) {
    BOOST_TEST(node["position"]["x"].IsNumber());
    BOOST_TEST(node["data"]["size"].GetDouble() >= 10);
  }
  BOOST_TEST(text_of(nodes[2]["data"], "name") == "Norway");
  BOOST_TEST(text_of(nodes[2]["data"], "color") == "#56b4e9");
}

BOOST_AUTO_TEST_CASE(p28_cyjs_edges_have_an_interaction) {
  const auto file = parse_json(written("cyjs", funding()).text);
  for (const auto& edge : file["elements"]["edges"].GetArray())
    BOOST_TEST(text_of(edge["data"], "interaction") == text_of(edge["data"], "relation"));
}

BOOST_AUTO_TEST_CASE(no_attribute_of_cyjs_nests_a_node_in_another) {
  const auto [text, lost] = written("cyjs", funding());
  const auto file = parse_json(text);
  const auto& norway = file["elements"]["nodes"][2]["data"];
  BOOST_TEST(!norway.HasMember("parent"));
  BOOST_TEST(text_of(norway, "attribute_parent") == "x");
  BOOST_TEST(std::ranges::any_of(lost, [](const std::string& line) {
    return contains(line, "('parent' is attribute_parent)");
  }));
}

BOOST_AUTO_TEST_CASE(graphology_attributes_are_what_sigma_draws) {
  const auto file = parse_json(written("graphology", funding()).text);
  BOOST_TEST(text_of(file["options"], "type") == "directed");
  const auto& norway = element_with(file["nodes"], "key", "state:NO")["attributes"];
  for (const char* number : {"x", "y", "size"}) BOOST_TEST(norway[number].IsNumber());
  BOOST_TEST(text_of(norway, "label") == "Norway");
  for (const char* taken : {"type", "hidden"}) BOOST_TEST(!norway.HasMember(taken));
  BOOST_TEST(text_of(norway, "attribute_type") == "y");
}

BOOST_AUTO_TEST_CASE(jgf_has_nodes_by_id_and_metadata) {
  const auto file = parse_json(written("jgf", funding(), {.title = "T"}).text);
  const auto& graph = file["graph"];
  BOOST_TEST(graph["directed"].GetBool());
  BOOST_TEST(text_of(graph["nodes"]["state:NO"], "label") == "Norway");
  BOOST_TEST(text_of(graph["nodes"]["state:NO"]["metadata"], "parent") == "x");
  const auto& edge = element_with(graph["edges"], "relation", "funds");
  BOOST_TEST(text_of(edge, "source") == "state:NO");
  BOOST_TEST(edge["metadata"]["claim_count"].GetInt() == 2);
}

BOOST_AUTO_TEST_CASE(p2_p12_p18_numbers_are_exact_positive_or_absent_in_json) {
  for (const std::string format : {"cyjs", "jgf", "graphology"}) {
    const std::string text = written(format, funding()).text;
    BOOST_TEST(contains(text, "\"amount_eur_committed\":100000.55,"), format);
    BOOST_TEST(contains(text, "\"amount_usd_disbursed\":0.00"), format);
    BOOST_TEST(count(text, "\"amount_eur_committed\"") == 1U, format);
    BOOST_TEST(!contains(text, "\"weight\":0"), format);
    BOOST_TEST(count(text, "\"weight\":2") == 1U, format);
  }
}

BOOST_AUTO_TEST_CASE(numbers_json_does_not_know_are_written_as_it_does) {
  const auto number = AttributeType::number;
  const Graph graph =
      GraphMaker()
          .add(NodeSpec{"project:a", Kind::project, "A", {}, {{"n", "007", number}}})
          .add(NodeSpec{"project:b", Kind::project, "B", {}, {{"n", "1e3", number}}})
          .make();
  const auto file = parse_json(written("graphology", graph).text);
  BOOST_TEST(file["nodes"][0]["attributes"]["n"].GetDouble() == 7);
  BOOST_TEST(file["nodes"][1]["attributes"]["n"].GetDouble() == 1000);
}

BOOST_AUTO_TEST_SUITE_END()
