// SPDX-License-Identifier: Apache-2.0
//
// Tests feeds: the title, text, address and date of an entry come from its own elements, whatever
// other elements the feed has.
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/loader/press/text/feed_date.hpp"
#include "oscegraph/loader/press/text/page.hpp"
#include "oscegraph/loader/press/text/relative_url.hpp"

using namespace oscegraph::press;

namespace {

std::vector<Page> entries(const std::string& feed) {
  std::optional<oscegraph::Problem> problem;
  std::vector<Page> pages = read_entries(feed, problem);
  BOOST_TEST(!problem, (problem ? oscegraph::sentence(*problem) : "") << " in " << feed);
  return pages;
}

Page only_entry(const std::string& feed) {
  std::vector<Page> pages = entries(feed);
  BOOST_REQUIRE_EQUAL(pages.size(), 1U);
  while (pages[0].text.ends_with('\n')) pages[0].text.pop_back();
  return pages[0];
}

Page rss(const std::string& inside, const std::string& namespaces = "") {
  return only_entry(
      "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/' "
      "xmlns:media='http://search.yahoo.com/mrss/' "
      "xmlns:atom='http://www.w3.org/2005/Atom' "
      "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' " +
      namespaces +
      "><channel><title>All the news</title><link>https://news.example/</link>"
      "<image><title>Logo</title><url>https://news.example/l.png</url></image>"
      "<item>" +
      inside + "</item><textInput><title>Search</title></textInput></channel></rss>");
}

Page atom(const std::string& inside, const std::string& on_feed = "") {
  return only_entry("<feed xmlns='http://www.w3.org/2005/Atom' " + on_feed +
                    "><title>All the news</title><link href='https://news.example/'/><entry>" +
                    inside + "</entry></feed>");
}

const std::string money = "Malta pays for the library.";

}  // namespace

BOOST_AUTO_TEST_SUITE(press_feeds)

BOOST_AUTO_TEST_CASE(titles_of_other_things) {
  for (const std::string& others : std::vector<std::string>{
           "<media:content url='a.jpg'><media:title>A photo</media:title></media:content>",
           "<media:group><media:title>A film</media:title><media:content url='b'/></media:group>",
           "<media:title>A photo</media:title><media:description>Caption.</media:description>",
           "<image><title>Logo</title><link>https://other.example/</link></image>",
           "<source url='https://other.example/feed'>Where it was taken from</source>",
           "<atom:source><atom:title>Where from</atom:title><atom:updated>2001-01-01</atom:updated>"
           "</atom:source>",
           "<itunes:title>Episode</itunes:title><itunes:summary>Sound.</itunes:summary>",
           "<dc:title>Record</dc:title><dc:creator>Somebody</dc:creator>",
           "<enclosure url='c.mp3' length='1' type='audio/mpeg'/>",
           "<textInput><title>Search</title><description>Words</description></textInput>"}) {
    const std::string own = "<title>Library opens</title><description>" + money + "</description>";
    for (const std::string& item : {others + own, own + others}) {
      const Page page = rss(item);
      BOOST_TEST(page.title == "Library opens", item);
      BOOST_TEST(page.text == money, item);
      BOOST_TEST(page.date.empty(), item);
      BOOST_TEST(page.url.empty(), item);
    }
  }
}

BOOST_AUTO_TEST_CASE(an_atom_source_is_another_feed) {
  const std::string source =
      "<source><title>Where "
      "from</title><id>https://other.example/</id><updated>2001-01-01</updated>"
      "<link href='https://other.example/'/><subtitle>Sub</subtitle></source>";
  const std::string own = "<title>Library opens</title><summary>" + money +
                          "</summary><updated>2024-05-02T00:00:00Z</updated>"
                          "<link href='https://news.example/1'/>";
  for (const std::string& item : {source + own, own + source}) {
    const Page page = atom(item);
    BOOST_TEST(page.title == "Library opens");
    BOOST_TEST(page.text == money);
    BOOST_TEST(page.url == "https://news.example/1");
    BOOST_TEST(page.date == "2024-05-02T00:00:00Z");
  }
}

BOOST_AUTO_TEST_CASE(the_fuller_of_several_texts) {
  const std::string teaser = "<description>Short.</description>";
  const std::string whole = "<content:encoded><![CDATA[<p>" + money + "</p>]]></content:encoded>";
  BOOST_TEST(rss(teaser + whole).text == money);
  BOOST_TEST(rss(whole + teaser).text == money);
  // An entry with only a picture has no text.
  const std::string picture = "<content:encoded><![CDATA[<img src='a.jpg'/>]]></content:encoded>";
  BOOST_TEST(rss("<description>" + money + "</description>" + picture).text == money);
  // The text of a picture, if there is no other text.
  BOOST_TEST(rss("<media:description>" + money + "</media:description>").text == money);
  BOOST_TEST(
      rss("<media:group><media:description>" + money + "</media:description></media:group>").text ==
      money);
  BOOST_TEST(atom("<summary>Short.</summary><content type='text'>" + money + "</content>").text ==
             money);
  BOOST_TEST(atom("<content src='https://news.example/1.html' type='text/html'/><summary>" + money +
                  "</summary>")
                 .text == money);
  BOOST_TEST(
      atom("<content type='image/svg+xml'><svg><text>Andorra pays for all of it.</text></svg>"
           "</content><summary>" +
           money + "</summary>")
          .text == money);
  BOOST_TEST(atom("<content type='image/png'>iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAAC</content>"
                  "<summary>" +
                  money + "</summary>")
                 .text == money);
}

BOOST_AUTO_TEST_CASE(forms_of_a_text) {
  // Escaped, in CDATA, as elements of the feed, with and without a prefix.
  for (const std::string& item : std::vector<std::string>{
           "<description>&lt;p&gt;Malta pays for &lt;b&gt;the "
           "library&lt;/b&gt;.&lt;/p&gt;</description>",
           "<description><![CDATA[<p>Malta pays for <b>the library</b>.</p>]]></description>",
           "<description><p>Malta pays for <b>the library</b>.</p></description>",
           "<description>Malta pays<br/> for <i>the library</i>.</description>",
           "<body xmlns='http://www.w3.org/1999/xhtml'><p>Malta pays for the library.</p></body>",
           "<h:body xmlns:h='http://www.w3.org/1999/xhtml'><h:p>Malta pays for the library.</h:p>"
           "</h:body>"}) {
    std::string text = rss(item).text;
    if (const auto line = text.find('\n'); line != std::string::npos) text.erase(line, 1);
    BOOST_TEST(text == money, item);
  }
  for (const std::string& item : std::vector<std::string>{
           "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Malta pays for "
           "<b>the library</b>.</p></div></content>",
           "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'>Malta pays for "
           "<x:b>the library</x:b>.</x:div></content>",
           "<content type='application/xhtml+xml'><div>Malta pays for the library.</div></content>",
           "<content type='html'>&lt;p&gt;Malta pays for the library.&lt;/p&gt;</content>",
           "<content type='text/html'><![CDATA[<p>Malta pays for the library.</p>]]></content>",
           "<content type='text'>Malta pays for the library.</content>",
           "<content>Malta pays for the library.</content>",
           "<content>&lt;p&gt;Malta pays for the library.&lt;/p&gt;</content>"})
    BOOST_TEST(atom(item).text == money, item);
  // Plain text is not read as markup.
  BOOST_TEST(atom("<content>5 &lt; 6 &amp;amp; so on</content>").text == "5 < 6 &amp; so on");
  // In XHTML content an escaped "<" stays a character and does not begin a tag.
  BOOST_TEST(atom("<content type='xhtml'><div>5 &lt;b&gt; 6 &amp; 7</div></content>").text ==
             "5 <b> 6 & 7");
}

BOOST_AUTO_TEST_CASE(titles_are_plain_text) {
  const auto of_atom = [](const std::string& title) {
    return atom(title + "<summary>" + money + "</summary>").title;
  };
  BOOST_TEST(of_atom("<title type='html'>Roads &amp;amp; &lt;b&gt;bridges&lt;/b&gt;</title>") ==
             "Roads & bridges");
  BOOST_TEST(of_atom("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Roads <em>and"
                     "</em> bridges</div></title>") == "Roads and bridges");
  BOOST_TEST(of_atom("<title>Roads &amp; bridges</title>") == "Roads & bridges");
  BOOST_TEST(of_atom("<title type='text'>5 &lt; 6</title>") == "5 < 6");
  BOOST_TEST(rss("<title>Roads &amp;amp; caf&amp;eacute;s</title>").title == "Roads & cafés");
  BOOST_TEST(rss("<title><![CDATA[Roads & bridges]]></title>").title == "Roads & bridges");
  BOOST_TEST(rss("<title></title><dc:title>Record</dc:title>").title == "Record");
}

BOOST_AUTO_TEST_CASE(the_link_to_the_page) {
  const std::string links =
      "<link rel='self' href='https://news.example/1.atom'/>"
      "<link rel='replies' href='https://news.example/1/answers'/>"
      "<link rel='enclosure' href='https://news.example/1.mp3'/>"
      "<link rel='alternate' type='application/pdf' href='https://news.example/1.pdf'/>"
      "<link rel='alternate' type='text/html' href='https://news.example/1'/>"
      "<link rel='edit' href='https://news.example/edit'/>";
  BOOST_TEST(atom(links).url == "https://news.example/1");
  BOOST_TEST(atom("<link href='https://news.example/2'/><link rel='related' href='x'/>").url ==
             "https://news.example/2");
  BOOST_TEST(atom("<id>https://news.example/3</id>").url == "https://news.example/3");
  BOOST_TEST(atom("<id>urn:uuid:1</id>").url.empty());
  BOOST_TEST(rss("<atom:link rel='self' href='https://news.example/x.rss'/>"
                 "<link> https://news.example/4 </link>")
                 .url == "https://news.example/4");
  BOOST_TEST(rss("<guid>https://news.example/5</guid>").url == "https://news.example/5");
  BOOST_TEST(rss("<guid isPermaLink='false'>https://news.example/5</guid>").url.empty());
  BOOST_TEST(rss("<comments>https://news.example/c</comments>").url.empty());
  // Relative addresses are resolved by the feed's address and by xml:base.
  BOOST_TEST(rss("<link>/6</link>").url == "https://news.example/6");
  BOOST_TEST(atom("<link href='7?a=1'/>").url == "https://news.example/7?a=1");
  BOOST_TEST(atom("<link href='8'/>", "xml:base='https://base.example/en/x'").url ==
             "https://base.example/en/8");
}

BOOST_AUTO_TEST_CASE(dates) {
  BOOST_TEST(atom("<updated>2024-09-09</updated><published>2024-05-02</published>").date ==
             "2024-05-02");
  BOOST_TEST(atom("<published>2024-05-02</published><updated>2024-09-09</updated>").date ==
             "2024-05-02");
  BOOST_TEST(atom("<updated>2024-09-09</updated>").date == "2024-09-09");
  BOOST_TEST(rss("<dc:date>2024-05-03</dc:date>").date == "2024-05-03");
  BOOST_TEST(
      rss("<dc:date>2020-01-01</dc:date><pubDate>Thu, 2 May 2024 10:00 GMT</pubDate>").date ==
      "2024-05-02");
  BOOST_TEST(feed_date(" 2 May 24 23:59:00 +0200 ") == "2024-05-02");
  BOOST_TEST(feed_date("Thu, 02 May 1998 10:00:00 EST") == "1998-05-02");
  BOOST_TEST(feed_date("2 May 98 10:00 GMT") == "1998-05-02");
  BOOST_TEST(feed_date("2024-05-02T10:00:00Z") == "2024-05-02T10:00:00Z");
  BOOST_TEST(feed_date("99 May 2024") == "99 May 2024");
}

BOOST_AUTO_TEST_CASE(kinds_of_feeds_and_prefixes) {
  const std::string rdf =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
      "xmlns:c='http://purl.org/rss/1.0/modules/content/'><channel rdf:about='x'><title>N</title>"
      "<link>https://news.example/</link></channel><image><title>Logo</title></image>"
      "<item rdf:about='https://news.example/1'><title>Library opens</title>"
      "<description>Short.</description><dc:date>2024-05-02</dc:date>"
      "<c:encoded>&lt;p&gt;Malta pays for the library.&lt;/p&gt;</c:encoded></item></rdf:RDF>";
  const Page page = only_entry(rdf);
  BOOST_TEST(page.title == "Library opens");
  BOOST_TEST(page.text == money);
  BOOST_TEST(page.url == "https://news.example/1");
  BOOST_TEST(page.date == "2024-05-02");
  // Atom with any prefix, without prefix, with undeclared prefixes, and an old version of Atom.
  const std::string rest =
      "<a:entry><a:title>T</a:title><a:summary>" + money + "</a:summary></a:entry>";
  BOOST_TEST(
      only_entry("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>" + rest + "</a:feed>").text ==
      money);
  BOOST_TEST(
      only_entry("<feed><entry><title>T</title><content>" + money + "</content></entry></feed>")
          .text == money);
  BOOST_TEST(only_entry("<rss><channel><item><content:encoded>" + money +
                        "</content:encoded><media:title>x</media:title></item></channel></rss>")
                 .text == money);
  BOOST_TEST(
      only_entry("<rss xmlns:content='https://purl.org/rss/1.0/modules/content'><channel><item>"
                 "<content:encoded>" +
                 money + "</content:encoded></item></channel></rss>")
          .text == money);
  BOOST_TEST(only_entry("<feed xmlns='http://purl.org/atom/ns#'><entry><issued>2004-02-01</issued>"
                        "<content type='text/html' mode='escaped'>&lt;p&gt;Malta pays for the "
                        "library.&lt;/p&gt;</content></entry></feed>")
                 .date == "2004-02-01");
  BOOST_TEST(entries("<catalogue><item><title>A chair</title></item></catalogue>").empty());
}

BOOST_AUTO_TEST_CASE(what_feed_readers_forgive) {
  BOOST_TEST(rss("<title>Q&A: roads &nbsp;&eacute; &#150; &unknown;</title>").title ==
             "Q&A: roads \u00A0é – &unknown;");
  BOOST_TEST(rss("<description>Malta pays\x0B for it.</description>").text ==
             "Malta pays  for it.");
  BOOST_TEST(rss("<link>https://news.example/?a=1&b=2</link>").url ==
             "https://news.example/?a=1&b=2");
  BOOST_TEST(rss("<atom:link href='https://news.example/?a=1&amp;b=2'/>").url ==
             "https://news.example/?a=1&b=2");
  BOOST_TEST(
      rss("<description><![CDATA[<p>A &amp; B &#8211; C &#151; D</p>]]></description>").text ==
      "A & B – C — D");
  BOOST_TEST(only_entry("\n \n<?xml version='1.0' encoding='utf-16'?><rss><channel><item><title>é"
                        "</title></item></channel></rss>")
                 .title == "é");
  std::optional<oscegraph::Problem> problem;
  const auto before =
      read_entries("\n<rss><channel>\n<item><title>A</title></item>\n<item><title>B</x>", problem);
  BOOST_TEST(before.size() == 1U);
  BOOST_REQUIRE(problem);
  BOOST_TEST(problem->place.line == 4U);
  BOOST_TEST(problem->what ==
             "the XML is damaged: </x> stands where <title>, begun in line 4, must end first");
}

BOOST_AUTO_TEST_CASE(relative_addresses) {
  const std::string base = "https://a.example/b/c?q#f";
  BOOST_TEST(absolute_url("d", base) == "https://a.example/b/d");
  BOOST_TEST(absolute_url("../d/", base) == "https://a.example/d/");
  BOOST_TEST(absolute_url("../../../d", base) == "https://a.example/d");
  BOOST_TEST(absolute_url("/d?x#y", base) == "https://a.example/d?x#y");
  BOOST_TEST(absolute_url("//o.example/d", base) == "https://o.example/d");
  BOOST_TEST(absolute_url("?x", base) == "https://a.example/b/c?x");
  BOOST_TEST(absolute_url("#y", base) == "https://a.example/b/c?q#y");
  BOOST_TEST(absolute_url("d", "https://a.example") == "https://a.example/d");
  BOOST_TEST(absolute_url("mailto:x@y", base) == "mailto:x@y");
  BOOST_TEST(absolute_url("d", "no address") == "d");
}

BOOST_AUTO_TEST_CASE(entries_without_text_are_counted) {
  const oscegraph::testing::Outcome outcome = oscegraph::testing::load_text(
      "a.rss",
      "<rss><channel><item><title>A</title></item><item><title>B</title><description>" + money +
          "</description></item><item><title>C</title><description><![CDATA[<img src='x'/>]]>"
          "</description></item></channel></rss>");
  BOOST_TEST(outcome.loaded.graph.document_count() == 1U);
  BOOST_REQUIRE_EQUAL(outcome.loaded.warnings.size(), 1U);
  BOOST_TEST(outcome.loaded.warnings[0].what == "2 of 3 entries have no text; left out");
}

BOOST_AUTO_TEST_SUITE_END()
