// SPDX-License-Identifier: Apache-2.0
//
// Tests plan_delivery(): which format and target a command line gets, and the errors for a format
// or target that cannot be written.
#include <boost/test/unit_test.hpp>

#include "oscegraph/cli/delivery/deliver.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/cli/run_line.hpp"

namespace oscegraph::test {
namespace {

/// "table csv to x.csv", "graph gexf to standard output", or the complaint.
std::string plan_of(std::string_view line) {
  const cli::Invocation invocation = parse_line(line);
  try {
    const cli::Delivery plan = cli::plan_delivery(*invocation.command, invocation.values);
    const std::string what = plan.table != nullptr ? "table " + std::string(plan.table->name)
                                                   : "graph " + std::string(plan.graph->name);
    return what + " to " + (plan.path.empty() ? "standard output" : plan.path);
  } catch (const UsageError& error) {
    return error.what();
  }
}

/// "jsonl, json, csv, ..."
std::string graph_names() {
  std::vector<std::string_view> names;
  for (const GraphFormat& format : graph_formats()) names.push_back(format.name);
  return join(names, ", ");
}

/// ".jsonl, FOLDER/, ..."
std::string graph_endings(bool with_json = true) {
  std::vector<std::string> endings;
  for (const GraphFormat& format : graph_formats()) {
    const std::string ending(format.extensions.front());
    if (ending != ".json" || with_json)
      endings.push_back((ending.ends_with('/') ? "FOLDER" : "") + ending);
  }
  return join(endings, ", ");
}

BOOST_AUTO_TEST_SUITE(delivery)

BOOST_AUTO_TEST_CASE(the_ending_picks_the_format) {
  BOOST_TEST(plan_of("funding") == "table text to standard output");
  BOOST_TEST(plan_of("funding -o -") == "table text to standard output");
  BOOST_TEST(plan_of("funding -o f.csv") == "table csv to f.csv");
  BOOST_TEST(plan_of("funding -o F.CSV") == "table csv to F.CSV");
  BOOST_TEST(plan_of("funding -o f.json") == "table json to f.json");
  BOOST_TEST(plan_of("funding -o f.jsonl") == "graph jsonl to f.jsonl");
  BOOST_TEST(plan_of("funding -o f.gexf") == "graph gexf to f.gexf");
  BOOST_TEST(plan_of("funding -o f/") == "graph csv to f/");
  BOOST_TEST(plan_of("funding -o f.graphology.json") == "graph graphology to f.graphology.json");
  BOOST_TEST(plan_of("funding -o f.gephi/") == "graph csv-gephi to f.gephi/");
  BOOST_TEST(plan_of("export -o f.json") == "graph json to f.json");
  BOOST_TEST(plan_of("export -o f/") == "graph csv to f/");
}

BOOST_AUTO_TEST_CASE(a_picture_is_the_same_as_svg_and_as_image) {
  BOOST_TEST(plan_of("funding -o f.svg") == "graph sankey to f.svg");
  BOOST_TEST(plan_of("funding -o f.png") == "graph sankey-png to f.png");
  BOOST_TEST(plan_of("funding -o F.PDF") == "graph sankey-pdf to F.PDF");
  BOOST_TEST(plan_of("funding --matrix -o f.svg") == "table heatmap to f.svg");
  BOOST_TEST(plan_of("funding --matrix -o f.png") == "table heatmap-png to f.png");
  BOOST_TEST(plan_of("funding --matrix -o f.pdf") == "table heatmap-pdf to f.pdf");
  BOOST_TEST(plan_of("funding --layout dot -o f.png") == "graph png to f.png");
  BOOST_TEST(plan_of("funding --as png -o f.png") == "graph png to f.png");
  BOOST_TEST(plan_of("funding --width count -o f.pdf") == "graph sankey-pdf to f.pdf");
  BOOST_TEST(plan_of("export -o f.png") == "graph png to f.png");
  BOOST_TEST(plan_of("export -o f.sankey.png") == "graph sankey-png to f.sankey.png");
  BOOST_TEST(plan_of("cofunding -o f.pdf") == "graph pdf to f.pdf");
}

BOOST_AUTO_TEST_CASE(as_decides_against_the_ending) {
  BOOST_TEST(plan_of("funding --as csv") == "table csv to standard output");
  BOOST_TEST(plan_of("funding --as graphml") == "graph graphml to standard output");
  BOOST_TEST(plan_of("funding --as csv -o f.txt") == "table csv to f.txt");
  BOOST_TEST(plan_of("funding --as csv -o f/") == "graph csv to f/");
  BOOST_TEST(plan_of("export --as jsonl -o /dev/stdout") == "graph jsonl to /dev/stdout");
  BOOST_TEST(plan_of("export --as csv -o folder") == "graph csv to folder");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_says_what_can) {
  BOOST_TEST(plan_of("funding -o f.xyz") ==
             "the ending of 'f.xyz' names no format; known are .txt, .csv, .json, .md, .heat.svg, "
             ".heat.png, .heat.pdf, " +
                 graph_endings(false) + "; or say --as FORMAT");
  BOOST_TEST(plan_of("export") ==
             "'export' needs -o FILE or --as FORMAT; -o takes a file ending in " + graph_endings());
  BOOST_TEST(plan_of("export -o x.csv") ==
             "a graph as csv is several tables, so it needs a folder; '-o x/' writes them there");
  BOOST_TEST(
      plan_of("export --as csv") ==
      "a graph as csv is several tables, so it needs a folder; '-o FOLDER/' writes them there");
  BOOST_TEST(plan_of("export -o x.txt") ==
             "'text' holds rows, not a graph; a graph can be written as " + graph_names());
  BOOST_TEST(plan_of("export --as gexf -o x/") ==
             "'x/' is a folder, and 'gexf' is one file; -o takes a file ending in .gexf");
  BOOST_TEST(plan_of("funding --as md -o x/") ==
             "'md' holds rows, not a graph; a graph can be written as " + graph_names());
}

BOOST_AUTO_TEST_CASE(a_loss_report_is_a_table_about_a_graph) {
  BOOST_TEST(plan_of("funding -o f.gexf --loss-report lost.csv") == "graph gexf to f.gexf");
  BOOST_TEST(
      plan_of("funding -o f.csv --loss-report lost.csv") ==
      "--loss-report is about graph formats, and this writes rows; a graph can be written as " +
          graph_names());
  BOOST_TEST(plan_of("funding -o f.gexf --loss-report lost.xyz") ==
             "the ending of 'lost.xyz' names no table format; --loss-report takes a file ending in "
             ".txt, .csv, .json or .md");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
