// SPDX-License-Identifier: Apache-2.0
//
// Tests GEXF 1.3, and GEXF in which weights change over time.
#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

/// "2 2020-01-01..2020-12-31, ..." of the edge's dynamic weight.
std::string weights(const Xml& edge) {
  std::string result;
  for (const Xml& value : children(edge.get_child("attvalues"), "attvalue")) {
    if (attribute(value, "for") != "weight") continue;
    result += (result.empty() ? "" : ", ") + attribute(value, "value") + ' ' +
              attribute(value, "start") + ".." + attribute(value, "end");
  }
  return result;
}

std::vector<Xml> desktop_edges(std::string_view lines) {
  return children(
      parse_xml(written("gexf-desktop", make_graph(lines)).text).get_child("gexf.graph.edges"),
      "edge");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gexf_flavours)

BOOST_AUTO_TEST_CASE(p29_versions_and_namespaces_agree_to_the_letter) {
  const Graph graph = make_graph("state:NO funds project:A start=2020");
  const Xml later = parse_xml(written("gexf-1.3", graph).text).get_child("gexf");
  BOOST_TEST(attribute(later, "version") == "1.3");
  BOOST_TEST(attribute(later, "xmlns") == "http://gexf.net/1.3");
  BOOST_TEST(attribute(later, "xmlns:viz") == "http://gexf.net/1.3/viz");
  const Xml draft = parse_xml(written("gexf", graph).text).get_child("gexf");
  BOOST_TEST(attribute(draft, "version") == "1.2");
  BOOST_TEST(attribute(draft, "xmlns") == "http://www.gexf.net/1.2draft");
  BOOST_TEST(attribute(draft, "xmlns:viz") == "http://www.gexf.net/1.2draft/viz");
}

BOOST_AUTO_TEST_CASE(p29_nothing_but_the_head_differs_between_versions) {
  const Graph graph = nasty_graph();
  const std::string later = written("gexf-1.3", graph).text;
  const std::string draft = written("gexf", graph).text;
  BOOST_TEST((later.substr(later.find("<meta>")) == draft.substr(draft.find("<meta>"))));
}

BOOST_AUTO_TEST_CASE(p32_dynamic_attributes_are_in_the_desktop_flavour_only) {
  const Graph graph = make_graph("state:NO funds project:A start=2020");
  BOOST_TEST(contains(written("gexf-desktop", graph).text, "class=\"edge\" mode=\"dynamic\""));
  for (const std::string format : {"gexf", "gexf-1.3"})
    BOOST_TEST(!contains(written(format, graph).text, "class=\"edge\" mode=\"dynamic\""));
}

BOOST_AUTO_TEST_CASE(p39_weights_follow_the_claims_that_hold) {
  const auto edges = desktop_edges(
      "state:NO funds project:A doc=a start=2020 end=2021\n"
      "state:NO funds project:A doc=b start=2021 end=2021-06\n"
      "state:NO funds project:A doc=c start=2023 end=2023\n");
  BOOST_TEST(weights(edges.at(0)) ==
             "1 2020-01-01..2020-12-31, 2 2021-01-01..2021-06-30, 1 2021-07-01..2021-12-31, "
             "1 2023-01-01..2023-12-31");
}

BOOST_AUTO_TEST_CASE(p39_every_edge_has_a_weight_or_none_has) {
  const auto edges = desktop_edges(
      "office:X implements project:A\n"
      "state:NO funds project:A start=2020 end=2021\n"
      "state:SE funds project:A start=2022 end=2020\n");
  BOOST_TEST(weights(edges.at(0)) == "1 2020-01-01..2022-12-31");
  BOOST_TEST(weights(edges.at(1)) == "1 2020-01-01..2021-12-31");
  BOOST_TEST(weights(edges.at(2)) == "1 2020-01-01..2022-12-31");
  const std::string undated = written("gexf-desktop", make_graph("state:NO funds project:A")).text;
  BOOST_TEST(!contains(undated, "dynamic"));
}

BOOST_AUTO_TEST_SUITE_END()
