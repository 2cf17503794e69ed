// SPDX-License-Identifier: Apache-2.0
//
// Tests hostile XML in each format that uses the reader of XML. A graph file is refused with a
// message and a place. Of a feed, the part before the fault is read, and a warning names the line.
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"

using namespace oscegraph;
using oscegraph::testing::load_text;

namespace {

/// A small document of a format, cut where the hostile part is inserted.
struct Host {
  std::string file;
  std::string begin;  ///< up to a place where an element may stand
  std::string end;
};

const std::vector<Host>& hosts() {
  static const std::vector<Host> all{
      {"x.graphml", "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n<desc>",
       "</desc></graphml>"},
      {"x.gexf", "<gexf xmlns=\"http://www.gexf.net/1.2draft\">\n<meta>", "</meta><graph/></gexf>"},
      {"x.rss",
       "<rss><channel><item><title>A</title><description>Rain.</description></item>\n<item><title>",
       "</title></item></channel></rss>"}};
  return all;
}

/// The first problem, or else the first warning, of the document with `inside` in it and `head`
/// before it.
std::string said(const Host& host, const std::string& inside, const std::string& head = "") {
  const testing::Outcome outcome = load_text(host.file, head + host.begin + inside + host.end);
  if (!outcome.problems.empty()) return outcome.problems.front();
  std::string all;
  for (const Problem& warning : outcome.loaded.warnings) {
    const std::string text = sentence(warning);
    all += text.substr(text.rfind('/') == std::string::npos ? 0 : text.find(host.file)) + '\n';
  }
  return all;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

void all_say(const std::string& inside, const std::string& what) {
  for (const Host& host : hosts()) {
    const std::string text = said(host, inside);
    BOOST_TEST(text.starts_with(host.file + ":2"), text);
    BOOST_TEST(text.find(what) != std::string::npos, text << " does not say " << what);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_xml)

BOOST_AUTO_TEST_CASE(damage) {
  all_say("<a></b>", "</b> stands where <a>");
  all_say("<a x='1' x='2'/>", "the attribute 'x' stands twice");
  all_say("<a x='<'/>", "a '<' in the value of an attribute");
  all_say(repeated("<a>", 100'000), " deep");
  all_say(repeated("<a>", 100'000), "does something begin again and again, and never end?");
  all_say("<a x='" + std::string(9'000'000, 'x') + "'/>", "a tag of more than 8 MB");
  all_say("<!--" + std::string(9'000'000, 'x') + "-->", "a comment of more than 8 MB");
  std::string attributes;
  for (std::size_t i = 0; i < 300'000; ++i) attributes += " x" + to_text(i) + "=''";
  all_say("<a" + attributes + "/>", "an element with more than 1,000 attributes");
}

BOOST_AUTO_TEST_CASE(large_texts_are_no_fault) {
  for (const Host& host : hosts()) {
    const std::string text = said(host, repeated("rain ", 3'000'000));
    BOOST_TEST(text.find("XML") == std::string::npos, text);
  }
}

BOOST_AUTO_TEST_CASE(entities) {
  const std::string head =
      "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>\n"
      "<!ENTITY % c SYSTEM 'http://localhost:1/'> %c;]>";
  for (const Host& host : hosts()) {
    const std::string text = said(host, "&b;", head);
    // The document type of a feed is not read at all.
    if (host.file == "x.rss") BOOST_TEST(text.find("XML") == std::string::npos, text);
    else
      BOOST_TEST(text.starts_with(host.file + ":1:14: the file declares an entity, 'a'; "), text);
  }
  const testing::Outcome feed = load_text(
      "x.rss",
      "<!DOCTYPE rss [ <!-- don't --> <!ENTITY x \"]>\">\n<!ENTITY y SYSTEM 'file:///etc/passwd'> "
      "]>\n"
      "<rss><channel><item><title>&y; A</title><description>The project \"Roads\" is funded by "
      "Norway.</description></item></channel></rss>");
  BOOST_TEST(feed.loaded.graph.document(0).title == "&y; A");
  BOOST_TEST(feed.loaded.graph.claim_count() == 1U);
}

BOOST_AUTO_TEST_CASE(nothing_is_fetched) {
  // An external document type is ignored, as if it could not be reached.
  for (const Host& host : hosts()) {
    const std::string text = said(host, "", "<!DOCTYPE x PUBLIC 'p' 'http://localhost:1/x.dtd'>");
    BOOST_TEST(text.find("XML") == std::string::npos, text);
    BOOST_TEST(text.find("entity") == std::string::npos, text);
  }
}

BOOST_AUTO_TEST_SUITE_END()
