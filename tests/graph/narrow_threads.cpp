// SPDX-License-Identifier: Apache-2.0
//
// Tests narrowing on several threads. The graph has more edges than one thread takes at a time,
// each with one claim, so the expected result can be computed claim by claim.
#include <boost/test/unit_test.hpp>

#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;

Graph many_edges() {
  constexpr int count = 150'000;
  std::string text = "document undated title=U\ndocument dated date=2023-06-01\n";
  for (int i = 0; i < count; ++i) {
    text += "state:" + std::to_string(i % 7) + " funds project:" + std::to_string(i);
    text += i % 3 == 0 ? " doc=undated" : " doc=dated";
    if (i % 5 == 0) text += " start=2024-02";
    text += i % 2 == 0 ? " flow=spent\n" : " flow=pledged\n";
  }
  return test::make_graph(text);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(narrow_threads)

BOOST_AUTO_TEST_CASE(every_range_of_edges_is_narrowed) {
  const Graph graph = many_edges();
  Filters filters;
  filters.since = *Date::parse("2023-06");
  filters.until = *Date::parse("2023");
  filters.flows = {Flow::spent};
  const Subset kept = narrow(graph, filters);
  std::size_t undated = 0;
  IdSet nodes(graph.node_count());
  for (const ClaimId c : graph.claims()) {
    const EdgeId e = graph.claim_edge(c);
    const bool spent = graph.claim_flow(c) == Flow::spent;
    const Date start = graph.claim_time(c).start;
    if (spent && !start.known()) ++undated;
    const bool expected = spent && start.known() && start.year() == 2023;
    BOOST_REQUIRE(kept.contains_claim(c) == expected);
    BOOST_REQUIRE(kept.contains_edge(e) == expected);
    if (!expected) continue;
    nodes.insert(graph.edge_from(e));
    nodes.insert(graph.edge_to(e));
  }
  BOOST_TEST((kept.nodes() == nodes));
  BOOST_REQUIRE(kept.notes().size() == 1U);
  BOOST_TEST(kept.notes().front().starts_with(grouped(undated) + " claims left out"));
}

BOOST_AUTO_TEST_SUITE_END()
