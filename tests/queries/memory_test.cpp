// SPDX-License-Identifier: Apache-2.0
//
// Tests the table of the memory that a graph takes.
#include "oscegraph/queries/claims/memory.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

const std::vector<Cell>& row_of(const Table& table, std::string_view of, std::string_view what) {
  const auto row = std::ranges::find_if(table.rows, [&](const std::vector<Cell>& cells) {
    return cells[0] == text_cell(of) && cells[1] == text_cell(what);
  });
  BOOST_REQUIRE(row != table.rows.end());
  return *row;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(memory_test)

BOOST_AUTO_TEST_CASE(the_parts_add_up) {
  const Graph graph = make_graph(R"(
state:NO funds project:p doc=a amount=1 currency=EUR
state:NO funds project:p doc=b amount=2 currency=EUR
office:x implements project:p doc=a
)");
  const Table table = table_of(memory(Subset::whole(graph)));
  std::int64_t sum = 0;
  for (const std::vector<Cell>& row : table.rows) sum += std::get<std::int64_t>(row[2]);
  BOOST_TEST(sum == static_cast<std::int64_t>(graph.byte_size()));
  BOOST_CHECK(table.facts[0].second == count_cell(graph.byte_size()));
}

BOOST_AUTO_TEST_CASE(what_is_the_same_everywhere_takes_one_value) {
  const Graph graph = make_graph(R"(
state:NO funds project:p doc=a flow=spent
state:NO funds project:q doc=b flow=spent
)");
  const Table table = table_of(memory(Subset::whole(graph)));
  // An amount of 8 bytes, a currency of 2, a flow, a share and a via of 4: one of each for two claims.
  BOOST_CHECK(row_of(table, "claim", "money")[2] == count_cell(8 + 2 + 1 + 4 + 4));
  BOOST_CHECK((row_of(table, "claim", "money")[3] == Cell{9.5}));
  // Plus an edge and a document, and one value each for dates, places, quotes, rules and reviews.
  BOOST_CHECK((table.facts[3].second == Cell{(19 + 8 + 8 + 8 + 8 + 6) / 2.0}));
  // All edges have the same source and the same relation (one value each), but two targets.
  BOOST_CHECK(row_of(table, "edge", "edges out")[2] == count_cell(4 + 8 + 1));
}

BOOST_AUTO_TEST_CASE(nothing_to_share_the_bytes_is_unknown) {
  const Graph graph;
  const Table table = table_of(memory(Subset::whole(graph)));
  for (std::size_t i = 1; i < table.facts.size(); ++i) BOOST_CHECK(table.facts[i].second == Cell{});
  BOOST_CHECK(row_of(table, "claim", "money")[3] == Cell{});
}

BOOST_AUTO_TEST_SUITE_END()
