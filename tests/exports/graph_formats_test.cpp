// SPDX-License-Identifier: Apache-2.0
//
// Tests the rules that every graph format of the table must follow.
#include <boost/test/unit_test.hpp>

#include "oscegraph/exports/page/explorer_page.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/scratch_folder.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using oscegraph::test::make_graph;

namespace {

/// All formats, except the page if it was not built.
std::vector<GraphFormat> formats_of_this_build() {
  std::vector<GraphFormat> formats(graph_formats().begin(), graph_formats().end());
  if (explorer_page() == nullptr)
    std::erase_if(formats, [](const auto& f) { return f.name == "html"; });
  return formats;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formats)

BOOST_AUTO_TEST_CASE(each_is_found_by_name_and_ending) {
  for (const GraphFormat& format : graph_formats()) {
    BOOST_TEST((find_graph_format(format.name) == &format));
    BOOST_TEST((format.write != nullptr) != format.folder());
    for (const auto ending : format.extensions)
      BOOST_TEST((graph_format_for("out/x" + std::string(ending)) == &format));
  }
  BOOST_TEST((find_graph_format("xls") == nullptr));
  BOOST_TEST((graph_format_for("x.xls") == nullptr));
  BOOST_TEST(graph_format_for("X.GraphML")->name == "graphml");
  BOOST_TEST(graph_format_for("out/")->name == "csv");
}

BOOST_AUTO_TEST_CASE(each_gives_the_same_bytes_every_time) {
  const Graph graph = make_graph(
      "state:NO funds project:A amount=100.50 currency=EUR start=2023\n"
      "office:X implements project:A\n");
  for (const GraphFormat& format : formats_of_this_build()) {
    if (format.folder()) continue;
    // All results are kept, so that no two runs use the same memory: Graphviz orders some things by
    // address.
    std::vector<std::string> results;
    for (int i = 0; i < 8; ++i) results.push_back(test::written(format.name, graph).text);
    for (const std::string& result : results) BOOST_TEST((result == results.front()), format.name);
  }
}

BOOST_AUTO_TEST_CASE(each_writes_the_empty_and_the_nasty_graph) {
  const Graph empty;
  const Graph nasty = test::nasty_graph();
  for (const GraphFormat& format : formats_of_this_build())
    for (const Graph* graph : {&empty, &nasty}) {
      const test::ScratchFolder scratch;
      LossReport losses;
      if (format.folder()) {
        OutputFolder out(scratch.path("out"));
        BOOST_CHECK_NO_THROW(format.write_folder(Subset::whole(*graph), {}, out, losses));
      } else {
        BOOST_CHECK_NO_THROW(test::written(format.name, *graph));
      }
    }
}

BOOST_AUTO_TEST_SUITE_END()
