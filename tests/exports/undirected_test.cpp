// SPDX-License-Identifier: Apache-2.0
//
// A network whose edges say the same both ways.
#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/parsed_json.hpp"
#include "oscegraph/tests/exports/written.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

Graph together() {
  return GraphMaker()
      .add(NodeSpec{"state:NO", Kind::state, "Norway"})
      .add(NodeSpec{"state:SE", Kind::state, "Sweden"})
      .add(DocumentSpec{"d"})
      .add(DocumentSpec{"e"})
      .add(ClaimSpec{
          .from = "state:NO", .relation = Relation::cofunds, .to = "state:SE", .document = "d"})
      .add(ClaimSpec{
          .from = "state:NO", .relation = Relation::cofunds, .to = "state:SE", .document = "e"})
      .make();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(undirected)

BOOST_AUTO_TEST_CASE(p16_p40_the_whole_file_is_undirected) {
  for (const std::string format : {"graphml", "graphml-strict", "graphml-yed"}) {
    const std::string text = written(format, together()).text;
    BOOST_TEST(contains(text, "edgedefault=\"undirected\""), format);
    BOOST_TEST(!contains(text, "\"directed\""), format);
  }
  for (const std::string format : {"gexf", "gexf-1.3", "gexf-desktop"}) {
    const std::string text = written(format, together()).text;
    BOOST_TEST(contains(text, "defaultedgetype=\"undirected\""), format);
    BOOST_TEST(!contains(text, "type=\"directed\""), format);
  }
  BOOST_TEST(contains(written("dot-gephi", together()).text, "\"state:NO\" -- \"state:SE\""));
  BOOST_TEST(contains(written("dot", together()).text, "dir=none"));
  BOOST_TEST(contains(WrittenFolder("csv-gephi", together()).read("edges.csv"), ",Undirected,"));
  BOOST_TEST(!parse_json(written("jgf", together()).text)["graph"]["directed"].GetBool());
  const auto graphology = parse_json(written("graphology", together()).text);
  BOOST_TEST(text_of(graphology["options"], "type") == "undirected");
  BOOST_TEST(graphology["edges"][0]["undirected"].GetBool());
}

BOOST_AUTO_TEST_CASE(the_weight_counts_what_is_shared_not_who_says_so) {
  const Xml edge =
      child_with(parse_xml(written("graphml", together()).text).get_child("graphml.graph"), "edge",
                 "id", "e1");
  BOOST_TEST(child_with(edge, "data", "key", "e_weight").data() == "1");
  BOOST_TEST(child_with(edge, "data", "key", "e_claim_count").data() == "2");
}

BOOST_AUTO_TEST_SUITE_END()
