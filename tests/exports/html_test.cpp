// SPDX-License-Identifier: Apache-2.0
//
// Tests the export format `html`, which is the explorer page as a single file: it contains the view
// document, text in the data cannot become markup, the page requests nothing, and what it leaves
// out is reported. tests/serve/ checks the hashes in the page's security policy, and the browser
// tests check that the page works.
#include <boost/test/unit_test.hpp>

#include "oscegraph/exports/page/explorer_page.hpp"
#include "oscegraph/exports/page/view_document.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

std::size_t count_of(std::string_view needle, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(needle); at != std::string_view::npos;
       at = text.find(needle, at + 1))
    ++count;
  return count;
}

std::string data_in(const std::string& html) {
  const std::string start = R"(id="oscegraph-data">)";
  const std::size_t first = html.find(start) + start.size();
  return html.substr(first, html.find("</script>", first) - first);
}

const bool built_in = explorer_page() != nullptr;
boost::test_tools::assertion_result page_is_built_in(boost::unit_test::test_unit_id) {
  return built_in;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html, *boost::unit_test::precondition(page_is_built_in))

BOOST_AUTO_TEST_CASE(the_data_is_the_view_document) {
  const Graph graph = make_graph("state:NO funds project:p amount=5.00 currency=EUR\n");
  Output view;
  write_view_document({Subset::whole(graph), {}}, {}, view);
  BOOST_TEST(data_in(written("html", graph).text) == view.text());
}

BOOST_AUTO_TEST_CASE(what_the_data_says_ends_no_element) {
  const Graph graph = make_graph(
      "node project:p name=\"</script><script>alert(1)</script><!-- <style>\"\n"
      "state:NO funds project:p at=\"<!--\"\n");
  const std::string html = written("html", graph).text;
  BOOST_TEST(data_in(html).find('<') == std::string::npos);
  BOOST_TEST(data_in(html).find(R"(\u003c/script>\u003cscript>alert(1))") != std::string::npos);
  const std::string plain = written("html", make_graph("state:NO funds project:p\n")).text;
  for (const auto* mark : {"<script", "</script", "<!--", "<style"})
    BOOST_TEST(count_of(mark, html) == count_of(mark, plain), mark);
}

BOOST_AUTO_TEST_CASE(one_file_that_fetches_nothing) {
  const std::string html = written("html", nasty_graph()).text;
  BOOST_TEST(html.find("app.js") == std::string::npos);
  BOOST_TEST(html.find("app.css\"") == std::string::npos);
  BOOST_TEST(html.find("connect-src 'none'") < html.find("<style"));
  BOOST_TEST(html.ends_with("</html>\n"));
}

BOOST_AUTO_TEST_CASE(what_a_page_cannot_hold_is_told) {
  std::string text;
  for (int i = 0; i < 5'001; ++i) text += "node project:" + std::to_string(i) + "\n";
  const Written page = written("html", make_graph(text));
  BOOST_TEST(data_in(page.text).find(R"("left_out":{"nodes":1,"edges":0,"claims":0})") !=
             std::string::npos);
  BOOST_TEST(holds(page.lost, "1 node left out: a page holds the 5,000 best-connected nodes"));
}

BOOST_AUTO_TEST_SUITE_END()
