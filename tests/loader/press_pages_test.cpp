// SPDX-License-Identifier: Apache-2.0
//
// Tests saved pages and feeds (press/pages/, invented). The text around a release is not read, and
// on a page of many items the donors of one item are not attributed to another item.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/loader/press/text/page.hpp"
#include "oscegraph/loader/press/text/page_title.hpp"

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

/// The edges as "state:NO funds Clean Rivers", sorted.
std::set<std::string> said(const Graph& graph) {
  std::set<std::string> result;
  for (const EdgeId e : graph.edges())
    result.insert(std::string(graph.node_id(graph.edge_from(e))) + ' ' +
                  std::string(name_of(graph.edge_relation(e))) + ' ' +
                  std::string(graph.node_name(graph.edge_to(e))));
  return result;
}

/// The text read from a page with this body, without line breaks at the ends.
std::string text_of(const std::string& body) {
  std::string text =
      press::read_page("<html><head><title>T</title></head><body" +
                       (body.starts_with(' ') ? body : ">" + body) + "</body></html>")
          .text;
  const auto first = text.find_first_not_of(" \n");
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

std::string title_of(const std::string& page) { return press::read_page(page).title; }

const std::string release = "<p>Latvia pays for the mill of the Mission.</p>";
const std::string release_text = "Latvia pays for the mill of the Mission.";

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
    // The course of the last item has no name; it is not named after the page.
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

BOOST_AUTO_TEST_CASE(layouts_are_no_boilerplate) {
  for (const std::string name : {"layout no-sidebar",
                                 "no-sidebars",
                                 "nosidebar",
                                 "layout-with-sidebar",
                                 "has-sidebar-none",
                                 "hasSidebar",
                                 "without-menu",
                                 "page--no-footer",
                                 "sidebar-none",
                                 "menu-less",
                                 "footerless",
                                 "cookie-accepted",
                                 "menu-open",
                                 "nav-menu-is-open",
                                 "footer-widgets-active",
                                 "sidebar-left",
                                 "layout-sidebar-right",
                                 "off-canvas-menu-wrapper",
                                 "page-with-breadcrumbs",
                                 "gender-related-violence",
                                 "l-content--has-submenu"}) {
    for (const std::string attribute : {"class", "id"}) {
      const std::string open = "<div " + attribute + "=\"" + name + "\">";
      BOOST_TEST(text_of(open + release + "</div>") == release_text, open);
      BOOST_TEST(text_of("<header><a href='/'>Site</a></header>" + open + "<div><h1>Mill</h1>" +
                         release + "</div></div>") == "Site\nMill\n" + release_text,
                 open);
      BOOST_TEST(text_of("<div>A line of news.</div>" + open + "<main>" + release + "</main></div>")
                     .ends_with(release_text),
                 open);
    }
    BOOST_TEST(text_of(" class='" + name + "'>" + release) == release_text, name);
  }
  // Pages that are one large form, and a menu that is never closed.
  BOOST_TEST(text_of("<form id='aspnetForm'>" + release + "</form>") == release_text);
  BOOST_TEST(text_of("<div class='menu'><a href='/'>Home</a><main>" + release + "</main>")
                 .ends_with(release_text));
}

BOOST_AUTO_TEST_CASE(boilerplate_stays_out) {
  const std::string states = "<ul><li>Andorra funds all</li><li>Monaco funds all</li></ul>";
  const std::string story = "<p>Earlier, San Marino paid for a road of the Mission to Serbia.</p>";
  for (const std::string name :
       {"sidebar",         "sidebar-first",       "region region-sidebar-second",
        "rightSidebar",    "site-sidebar sticky", "main-menu",
        "mainMenu",        "menu menu-open",      "submenu",
        "navbar-collapse", "site-navigation",     "breadcrumbs",
        "footer",          "site-footer",         "footer-widgets",
        "footerLinks",     "cookie-banner",       "cookieconsent",
        "related",         "related-content",     "block-related-stories",
        "sidebar__inner"}) {
    for (const std::string& inside : {states, story, story + story + story}) {
      const std::string box = "<div class='" + name + "'>" + inside + "</div>";
      const std::string bare = "<div>" + release + "</div>";
      BOOST_TEST(text_of(box + bare) == release_text, name);
      BOOST_TEST(text_of(bare + box) == release_text, name);
      BOOST_TEST(text_of("<div class='no-sidebar'>" + bare + box + "</div>") == release_text, name);
      BOOST_TEST(text_of("<main>" + release + box + "</main>") == release_text, name);
      // Before a layout with a similar name and more text.
      BOOST_TEST(text_of(box + "<div class='layout sidebar-right'><p>" + std::string(20, '-') +
                         release + std::string(300, '-') + "</p></div>")
                     .starts_with("----"),
                 name);
    }
    // Teasers in a sidebar may be <article> elements too.
    BOOST_TEST(text_of("<h1>Mill</h1>" + release + "<div class='" + name + "'><article>" + story +
                       story + "</article></div>") == "Mill\n" + release_text,
               name);
  }
  // A page that contains nothing else has no text.
  for (const std::string name : {"cookie-banner", "menu", "site-footer", "breadcrumb"})
    BOOST_TEST(text_of("<div id=root></div><div class='" + name + "'>" + story + "</div>").empty(),
               name);
  BOOST_TEST(text_of(release + "<div role='navigation'>" + states + "</div>") == release_text);
  BOOST_TEST(text_of(release + "<div role='contentinfo'>" + states + "</div>") == release_text);
  BOOST_TEST(text_of(release + "<nav>" + states + "</nav><aside>" + story + "</aside>") ==
             release_text);
  BOOST_TEST(text_of(release + "<form><label>" + story + "</label></form>") == release_text);
}

BOOST_AUTO_TEST_CASE(the_title_is_the_pages_own) {
  const std::string site = "<meta property='og:site_name' content='River Share'>";
  const std::string shared = "<meta property='og:title' content='Bridges for all'>";
  const std::string head = "<title>Bridges for all | River Share</title>";
  const std::string body = "</head><body><p>Text.</p>";
  for (const std::string& tags : {shared + head, head + shared, head + site, site + head})
    BOOST_TEST(title_of("<html><head>" + tags + body) == "Bridges for all", tags);
  BOOST_TEST(title_of("<html><head>" + head + body) == "Bridges for all | River Share");
  BOOST_TEST(title_of("<html><head>" + head + body + "<h1>Bridges for all</h1>") ==
             "Bridges for all");
  BOOST_TEST(title_of("<html><head><title>Bridges for all</title><title>Second</title>" + body) ==
             "Bridges for all");
  for (const std::string foreign :
       {"<svg><title>Share</title></svg>", "<iframe><title>Video</title></iframe>",
        "<template><title>Card</title></template>",
        "<nav><h1>Menu</h1><svg><title>X</title></svg></nav>",
        "<object><title>Film</title></object>"}) {
    BOOST_TEST(title_of("<html><head><title>Bridges for all</title>" + body + foreign) ==
                   "Bridges for all",
               foreign);
    BOOST_TEST(title_of("<html><head>" + body + foreign).empty(), foreign);
    BOOST_TEST(
        title_of("<html><head>" + body + foreign + "<h1>Bridges for all</h1>") == "Bridges for all",
        foreign);
  }
  BOOST_TEST(title_of("<title>Caf&eacute; &amp; bar &#150; open</title><p>x") ==
             "Café & bar – open");
}

BOOST_AUTO_TEST_CASE(what_a_browser_does_not_show_is_no_text) {
  for (const std::string attributes :
       {"hidden", "hidden=''", "style='display:none'", "style='color: red; DISPLAY : none;'",
        "style=\"visibility: hidden\""})
    BOOST_TEST(text_of(release + "<div " + attributes +
                       "><p>Malta pays for the hidden mill.</p></div>") == release_text,
               attributes);
  BOOST_TEST(text_of("<div style='display: block'>" + release + "</div>") == release_text);
}

BOOST_AUTO_TEST_CASE(parts_of_a_title) {
  const auto title = [](const std::string& head, const std::string& heading,
                        const std::string& site = "") {
    return press::page_title({"", head, heading, site});
  };
  BOOST_TEST(title("Mill opens – OSCE", "Mill opens") == "Mill opens");
  BOOST_TEST(title("OSCE: Mill opens", "Mill opens") == "Mill opens");
  BOOST_TEST(title("Mill opens|OSCE", "Mill opens") == "Mill opens");
  // The heading names only a section, and the title is longer.
  BOOST_TEST(title("News | Mill opens at last", "News") == "News | Mill opens at last");
  BOOST_TEST(title("Mill-owners meet", "Mill") == "Mill-owners meet");
  BOOST_TEST(title("Mill opens in Riga", "Mill opens") == "Mill opens in Riga");
  BOOST_TEST(title("OSCE", "Mill opens", "OSCE") == "Mill opens");
  BOOST_TEST(title("", "Mill opens") == "Mill opens");
  BOOST_TEST(press::page_title({"OSCE", "Mill opens | OSCE", "", "OSCE"}) == "Mill opens");
}

BOOST_AUTO_TEST_CASE(the_date_is_that_of_the_text) {
  const std::string early = "<time datetime='2020-01-01'>x</time>";
  const std::string own = "<main><time datetime='2024-05-02'>y</time>" + release + "</main>";
  BOOST_TEST(press::read_page("<nav>" + early + "</nav>" + own).date == "2024-05-02");
  BOOST_TEST(press::read_page(early + own).date == "2024-05-02");
  BOOST_TEST(press::read_page("<meta name='DC.date' content='2024-05-03'>" + early + own).date ==
             "2024-05-03");
}

BOOST_AUTO_TEST_SUITE_END()
