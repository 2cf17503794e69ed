// SPDX-License-Identifier: Apache-2.0
//
// Tests the pictures that we draw without Graphviz: Sankey diagrams and heat maps.
#include <boost/test/unit_test.hpp>

#include "oscegraph/exports/pictures/flows/sankey_layout.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

Graph two_payers() {
  return make_graph(
      "state:NO funds project:A amount=300.00 currency=EUR flow=committed\n"
      "state:SE funds project:A amount=100.00 currency=EUR flow=committed\n"
      "state:SE funds office:Y\n"
      "office:X implements project:A\n"
      "office:Y implements project:A\n"
      "office:Y implements project:unpaid\n"
      "agency:sida part_of state:SE");
}

SankeyLayout layout_by(const Graph& graph, const std::optional<LedgerKey>& money) {
  return sankey_layout(Subset::whole(graph), money, std::vector<double>(graph.node_count(), 16));
}

const SankeyBand& band(const SankeyLayout& layout, const Graph& graph, std::string_view from,
                       std::string_view to) {
  return *std::ranges::find_if(layout.bands, [&](const SankeyBand& b) {
    return graph.node_id(layout.columns[b.from_column][b.from_box].node) == from &&
           graph.node_id(layout.columns[b.to_column][b.to_box].node) == to;
  });
}

Table counts() {
  Table table;
  table.columns = {{"state", ColumnType::text}, detail_column("id"), {"x", ColumnType::integer}};
  table.add_row({std::string("A <b>"), std::string("state:A"), std::int64_t{7}});
  table.add_row({std::string("C"), std::string("state:C"), std::monostate{}});
  table.notes = {"A note."};
  return table;
}

std::string heat_map(const Table& table) {
  Output out;
  find_table_format("heatmap")->write(table, {}, out);
  return out.text();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pictures)

BOOST_AUTO_TEST_CASE(bands_count_edges_and_projects_split_evenly) {
  const Graph graph = two_payers();
  const SankeyLayout layout = layout_by(graph, std::nullopt);
  BOOST_TEST(layout.bands.size() == 5U);
  BOOST_TEST(layout.left_out == 2U);
  BOOST_TEST(layout.shared == 1U);
  BOOST_TEST(layout.unknown == 0U);
  const double one = band(layout, graph, "state:NO", "project:A").width;
  BOOST_TEST(band(layout, graph, "state:SE", "office:Y").width == one);
  // Two funders and two offices: each office gets the amount of one funder.
  BOOST_TEST(band(layout, graph, "project:A", "office:X").width == one);
  BOOST_TEST(band(layout, graph, "project:A", "office:Y").width == one);
}

BOOST_AUTO_TEST_CASE(bands_show_amounts_of_one_ledger) {
  const Graph graph = two_payers();
  const LedgerKey euros{Flow::committed, *Currency::parse("EUR")};
  const SankeyLayout layout = layout_by(graph, euros);
  const double norway = band(layout, graph, "state:NO", "project:A").width;
  const double sweden = band(layout, graph, "state:SE", "project:A").width;
  BOOST_TEST(norway == 3 * sweden, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(layout.unknown == 1U);
  BOOST_TEST(!band(layout, graph, "state:SE", "office:Y").known);
}

BOOST_AUTO_TEST_CASE(a_stated_zero_is_not_unknown) {
  const Graph graph = make_graph(
      "state:NO funds project:A amount=0.00 currency=EUR flow=committed\n"
      "state:SE funds project:A amount=5.00 currency=EUR flow=committed");
  const SankeyLayout layout = layout_by(graph, LedgerKey{Flow::committed, *Currency::parse("EUR")});
  BOOST_TEST(layout.unknown == 0U);
  BOOST_TEST(band(layout, graph, "state:NO", "project:A").width <
             band(layout, graph, "state:SE", "project:A").width);
}

BOOST_AUTO_TEST_CASE(of_many_projects_those_with_the_least_are_one_box) {
  std::string lines;
  for (int i = 0; i < 50; ++i) {
    lines += "state:NO funds project:" + std::to_string(i) + "\n";
    lines += "office:X implements project:" + std::to_string(i) + "\n";
  }
  const Graph graph = make_graph(lines + "state:SE funds project:7\n");
  const SankeyLayout layout = layout_by(graph, std::nullopt);
  const auto& projects = layout.columns[1];
  BOOST_TEST(projects.size() == most_boxes);
  BOOST_TEST(layout.together == 11U);
  std::size_t nodes = 0;
  for (const SankeyBox& box : projects) nodes += box.nodes;
  BOOST_TEST(nodes == 50U);
  // Nothing is lost on the way: what leaves the States arrives at the office.
  BOOST_TEST(layout.columns[0][0].out + layout.columns[0][1].out == layout.columns[2][0].in,
             boost::test_tools::tolerance(1e-9));
  const auto together =
      std::ranges::find_if(projects, [](const SankeyBox& b) { return b.nodes > 1; });
  BOOST_TEST(together->in == 11 * layout.columns[2][0].in / 51, boost::test_tools::tolerance(1e-9));
  const Written picture = written("sankey", Subset::whole(graph));
  BOOST_TEST(contains(picture.text, ">11 others</text>"));
  BOOST_TEST(contains(picture.text, ">50 projects</text>"));
  BOOST_TEST(
      holds(picture.lost, "11 nodes drawn as others, together: a column has room for 40 boxes"));
}

BOOST_AUTO_TEST_CASE(boxes_hold_their_bands_and_do_not_touch) {
  const Graph graph = two_payers();
  const SankeyLayout layout = layout_by(graph, std::nullopt);
  for (const auto& column : layout.columns)
    for (std::size_t i = 0; i < column.size(); ++i) {
      BOOST_TEST(column[i].height >= std::max(column[i].in, column[i].out));
      if (i > 0) BOOST_TEST(column[i].top > column[i - 1].top + column[i - 1].height);
    }
  for (const SankeyBand& b : layout.bands) {
    const SankeyBox& from = layout.columns[b.from_column][b.from_box];
    const SankeyBox& to = layout.columns[b.to_column][b.to_box];
    BOOST_TEST(b.from >= from.top - 1e-9);
    BOOST_TEST(b.from + b.width <= from.top + from.height + 1e-9);
    BOOST_TEST(b.to >= to.top - 1e-9);
    BOOST_TEST(b.to + b.width <= to.top + to.height + 1e-9);
  }
}

BOOST_AUTO_TEST_CASE(a_sankey_is_xml_that_says_what_it_left_out) {
  const Graph graph = two_payers();
  const Written picture = written("sankey", Subset::whole(graph));
  const Xml svg = parse_xml(picture.text);
  BOOST_TEST(svg.get_child("svg").count("path") == 5U);
  BOOST_TEST(contains(picture.text, "Widths count the projects funded, not money."));
  BOOST_TEST(contains(picture.text, "split evenly between them"));
  BOOST_TEST(contains(picture.text, "Sources: 1 document"));
  BOOST_TEST(holds(picture.lost,
                   "2 edges not drawn: a Sankey picture shows who funds and who implements"));
}

BOOST_AUTO_TEST_CASE(data_in_a_sankey_is_never_markup) {
  const Graph graph = GraphMaker()
                          .add(NodeSpec{"state:NO", Kind::state, "<script>\"&'\x01"})
                          .add(NodeSpec{"project:A", Kind::project, std::string(10'000, 'x')})
                          .add(DocumentSpec{"d", "</title>", "", "javascript:alert(1)"})
                          .add(ClaimSpec{.from = "state:NO", .to = "project:A", .document = "d"})
                          .make();
  const std::string text = written("sankey", Subset::whole(graph)).text;
  parse_xml(text);
  BOOST_TEST(!contains(text, "<script"));
  BOOST_TEST(!contains(text, "javascript:"));
}

BOOST_AUTO_TEST_CASE(widths_that_nothing_has_are_refused_with_those_there_are) {
  const Graph graph = two_payers();
  Output out;
  LossReport losses;
  const auto draw = [&](const GraphStyle& style) {
    find_graph_format("sankey")->write(Subset::whole(graph), style, out, losses);
  };
  BOOST_CHECK_EXCEPTION(draw({.width_by = "commited_EUR"}), Error, [](const Error& error) {
    return contains(error.what(), "widths can show count or committed_EUR");
  });
}

BOOST_AUTO_TEST_CASE(without_funding_the_page_says_so) {
  const Graph unfunded = make_graph("office:X implements project:A");
  const Written picture = written("sankey", Subset::whole(unfunded));
  BOOST_TEST(contains(picture.text, "There is no funding here to draw as flows."));
  BOOST_TEST(parse_xml(picture.text).get_child("svg").count("path") == 0U);
  BOOST_TEST(
      holds(picture.lost, "1 edge not drawn: a Sankey picture shows who funds and who implements"));
}

BOOST_AUTO_TEST_CASE(a_heat_map_has_a_cell_for_every_count) {
  const std::string text = heat_map(counts());
  const Xml svg = parse_xml(text);
  BOOST_TEST(svg.get_child("svg").count("rect") == 1U + 2U);  // the page and two cells
  BOOST_TEST(contains(text, "A &lt;b>, x: 7"));
  BOOST_TEST(contains(text, "C, x: -"));
  BOOST_TEST(contains(text, ">7</text>"));
  BOOST_TEST(contains(text, "A note."));
}

BOOST_AUTO_TEST_CASE(a_table_without_counts_is_no_heat_map) {
  Table table = counts();
  table.columns.pop_back();
  for (auto& row : table.rows) row.pop_back();
  BOOST_CHECK_THROW(heat_map(table), Error);
}

BOOST_AUTO_TEST_SUITE_END()
