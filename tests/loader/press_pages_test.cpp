// SPDX-License-Identifier: Apache-2.0
//
// Pages and feeds as they are saved (press/pages/, invented): what stands around a release is not read,
// and on a page of many items each keeps its donors to itself.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/load.hpp"

using namespace oscegraph;

namespace {

Graph graph_of(const std::string& page) {
  LoadOptions options;
  options.inputs = {OSCEGRAPH_SOURCE "/tests/loader/press/pages/" + page};
  Problems problems;
  Loaded loaded = load(options, problems);
  BOOST_TEST(loaded.warnings.empty(), page);
  return std::move(loaded.graph);
}

/// "state:NO funds Clean Rivers", in order.
std::set<std::string> said(const Graph& graph) {
  std::set<std::string> result;
  for (const EdgeId e : graph.edges())
    result.insert(std::string(graph.node_id(graph.edge_from(e))) + ' ' +
                  std::string(name_of(graph.edge_relation(e))) + ' ' +
                  std::string(graph.node_name(graph.edge_to(e))));
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_pages)

BOOST_AUTO_TEST_CASE(a_release_without_what_stands_around_it) {
  const Graph graph = graph_of("release.html");
  const std::set<std::string> wanted{"office:serbia implements Clean Rivers",
                                     "state:CH funds Clean Rivers", "state:NO funds Clean Rivers",
                                     "state:SE funds Clean Rivers"};
  BOOST_TEST(said(graph) == wanted, boost::test_tools::per_element());
  const Document document = graph.document(0);
  BOOST_TEST(document.title == "Mayors learn to keep rivers clean");
  BOOST_TEST(document.publisher == "OSCE");
  BOOST_TEST(document.date.text() == "2024-11-22");
  BOOST_TEST(document.url == "https://www.osce.org/mission-to-serbia/000001");
}

BOOST_AUTO_TEST_CASE(donors_stay_in_their_item) {
  for (const std::string page :
       {"aggregator-articles.html", "aggregator-headings.html", "aggregator-rows.html",
        "aggregator-paragraphs.txt", "aggregator-rules.txt", "rss.xml", "atom.xml"}) {
    const Graph graph = graph_of(page);
    std::set<std::string> rivers;
    for (const EdgeId e : graph.edges()) {
      const std::string_view from = graph.node_id(graph.edge_from(e));
      const std::string_view to = graph.node_name(graph.edge_to(e));
      const bool of_rivers = from == "state:NO" || from == "state:SE" || from == "office:serbia";
      BOOST_TEST(of_rivers == (to == "Clean Rivers"), page << ": " << from << " and " << to);
      BOOST_TEST(from != "office:dushanbe", page << ": " << to);
      if (of_rivers) rivers.insert(std::string(from));
    }
    BOOST_TEST(rivers.size() == 3U, page);
    // The course of the last item has no name, and is not the page's.
    BOOST_TEST(said(graph).contains("office:serbia implements Clean Rivers"), page);
  }
}

BOOST_AUTO_TEST_CASE(an_entry_of_a_feed_is_a_document) {
  for (const std::string feed : {"rss.xml", "atom.xml"}) {
    const Graph graph = graph_of(feed);
    BOOST_REQUIRE_EQUAL(graph.document_count(), 3U);
    std::set<std::string> urls;
    for (const DocumentId d : graph.documents()) {
      urls.insert(std::string(graph.document(d).url));
      BOOST_TEST(graph.document(d).date.text() == "2024-11-22", feed);
    }
    BOOST_TEST(urls.contains("https://www.osce.org/rivers"), feed);
  }
}

BOOST_AUTO_TEST_SUITE_END()
