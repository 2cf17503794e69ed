// SPDX-License-Identifier: Apache-2.0
//
// Tests the typed values in rows of nodes and edges, and how they are written as text and as JSON.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <limits>

#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/json_properties.hpp"
#include "oscegraph/exports/model/node_properties.hpp"
#include "oscegraph/exports/output/loss_report.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace oscegraph::test {
namespace {

using namespace std::string_view_literals;

const PropertyCell& cell_of(const std::vector<Property>& columns, const PropertyRow& row,
                            std::string_view name) {
  const auto column = std::ranges::find(columns, name, &Property::name);
  BOOST_REQUIRE(column != columns.end());
  return row.at(static_cast<std::size_t>(column - columns.begin()));
}

std::string json_of(const Property& column, PropertyCell cell) {
  Output out;
  JsonObject object(out);
  PropertyRow row;
  row.push_back(std::move(cell));
  append_json_properties(object, {column}, row);
  object.end();
  return out.text();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(property_cells)

BOOST_AUTO_TEST_CASE(an_edge_has_typed_values) {
  const Graph graph = make_graph(
      "state:NO funds project:p doc=d1 amount=5.50 currency=EUR flow=committed start=2024-01\n");
  const Subset all = Subset::whole(graph);
  LossReport losses;
  const EdgeProperties edges(all, losses);
  PropertyRow row;
  edges.read(EdgeId{0}, row);
  BOOST_TEST(std::get<std::string_view>(cell_of(edges.columns(), row, "relation")) == "funds");
  BOOST_TEST(std::get<std::int64_t>(cell_of(edges.columns(), row, "claim_count")) == 1);
  BOOST_TEST(std::get<Date>(cell_of(edges.columns(), row, "start")).text() == "2024-01");
  BOOST_TEST(is_missing(cell_of(edges.columns(), row, "end")));
  const Money money = std::get<Money>(cell_of(edges.columns(), row, "amount_eur_committed"));
  BOOST_TEST(money.minor == 550);
}

BOOST_AUTO_TEST_CASE(what_is_unknown_is_missing) {
  BOOST_TEST(is_missing(property_cell(""sv)));
  BOOST_TEST(is_missing(property_cell(std::string())));
  BOOST_TEST(is_missing(property_cell(Date())));
  BOOST_TEST(is_missing(property_cell(std::numeric_limits<double>::quiet_NaN())));
  BOOST_TEST(is_missing(property_cell(std::numeric_limits<double>::infinity())));
  BOOST_TEST(!is_missing(property_cell(0.0)));
  BOOST_TEST(PropertyText()(PropertyCell()).empty());
}

BOOST_AUTO_TEST_CASE(a_written_number_is_text_as_it_was_and_a_number_in_json) {
  const PropertyCell cell = WrittenNumber{"+007"};
  BOOST_TEST(PropertyText()(cell) == "+007");
  BOOST_TEST(json_of({"n", PropertyType::real}, WrittenNumber{"007"}) == R"({"n":7})");
  BOOST_TEST(json_of({"n", PropertyType::boolean}, true) == R"({"n":true})");
  BOOST_TEST(json_of({"n", PropertyType::text}, std::int64_t{7}) == R"({"n":"7"})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oscegraph::test
