// SPDX-License-Identifier: Apache-2.0
//
// Tests where one item of a file ends and the next begins: on small texts that a person can check,
// and on the invented releases of press/sentences-*.csv, joined at random. No statement of one item
// about money may be attributed to another item, and each item has its own title and day.
#include <array>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/csv/csv_table.hpp"
#include "oscegraph/loader/press/extract.hpp"
#include "oscegraph/loader/press/items/item_head.hpp"
#include "oscegraph/loader/press/items/items.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

const std::string rivers =
    "The OSCE Mission to Serbia trained forty mayors of the Morava valley in Belgrade. It is the "
    "first "
    "course of the project \"Clean Rivers\", which Norway and Sweden fund.";
const std::string forests =
    "Forest rangers from the Gorno-Badakhshan highlands learned to use drones against poachers at "
    "the OSCE "
    "Programme Office in Dushanbe. They belong to the project \"Green Slopes\", financed by Japan.";

Page page_of(const std::string& text) {
  Page page;
  page.text = text;
  return page;
}

/// The beginning of each item, one on each line, with "? " in front if the boundary is in doubt.
std::string outline(const std::string& text) {
  const Page page = page_of(text);
  const auto beginning_at = [&](std::size_t at) {
    return text.substr(at, std::min(text.find_first_of("\n.", at) - at, std::size_t{24})) + '\n';
  };
  std::string result;
  for (const Item& item : find_items(page)) {
    result += beginning_at(item.begin);
    for (const std::size_t doubt : item.doubts) result += "? " + beginning_at(doubt);
  }
  return result;
}

std::size_t items_in(const std::string& text) { return find_items(page_of(text)).size(); }

/// The edges in order, one on each line: "state:NO funds Clean Rivers".
std::string said(const Graph& graph) {
  std::set<std::string> lines;
  for (const EdgeId e : graph.edges())
    lines.insert(std::string(graph.node_id(graph.edge_from(e))) + ' ' +
                 std::string(name_of(graph.edge_relation(e))) + ' ' +
                 std::string(graph.node_name(graph.edge_to(e))) + '\n');
  std::string result;
  for (const std::string& line : lines) result += line;
  return result;
}
std::string said(const std::string& file, const std::string& text) {
  return said(load_text(file, text).loaded.graph);
}

const std::string both =
    "office:dushanbe implements Green Slopes\noffice:serbia implements Clean Rivers\n"
    "state:JP funds Green Slopes\nstate:NO funds Clean Rivers\nstate:SE funds Clean Rivers\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(press_items)

BOOST_AUTO_TEST_CASE(marks_tell_items_apart) {
  for (const std::string between :
       {"\n\n***\n\n", "\n---\n", "\n- - - - -\n", "\n———\n", "\n## Rangers fly drones\n\n",
        "\n# Rangers fly drones\n", "\nRangers fly drones\n======\n",
        "\nhttps://example.org/rangers/2\n", "\nRangers fly drones\nPublishing date: 4 June 2018\n",
        "\nRangers fly drones\n4 June 2018\n", "\n\nNo 2\n4 June 2018\n\n"}) {
    BOOST_TEST(items_in(rivers + between + forests) == 2U, between);
    BOOST_TEST(said("a.txt", rivers + between + forests) == both, between);
  }
}

BOOST_AUTO_TEST_CASE(words_tell_items_apart) {
  for (const std::string lead :
       {"KHOROG, 4 June 2018 – ", "Khorog, 4 June (OSCE) - ", "On 4 June 2018, ",
        "From 4 to 7 June 2018, ", "Between June 4 and 7, 2018, ", "4 June 2018, Khorog - "})
    BOOST_TEST(items_in(rivers + "\n" + lead + forests) == 2U, lead);
  // It is enough that all names change.
  BOOST_TEST(outline(rivers + "\n" + forests) ==
             "The OSCE Mission to Serb\nForest rangers from the \n");
  // Another language is enough too.
  BOOST_TEST(items_in(rivers +
                      "\nDie Mission der OSZE in Serbien und die Stadt Novi Sad haben mit "
                      "Norwegen eine Schule eröffnet, die von der Schweiz finanziert wird.") == 2U);
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_refers_back_begins_nothing) {
  for (const std::string paragraph :
       {"This valley has seen four floods since the great dam of Bistrica was built.",
        "\"Four floods came in ten years,\" said Marija Horvat of the town of Smederevo.",
        "The course dealt with four floods and the great dam of Bistrica.",
        "During the training, the participants saw the great dam of Bistrica.",
        "Participants saw the great dam of Bistrica and four lakes.",
        "They saw the great dam of Bistrica, which was built in 1961.",
        "Experts from Lyon taught, and an actor opened the course.",
        "- the great dam of Bistrica\n- four lakes"})
    BOOST_TEST(outline(rivers + "\n" + paragraph) == "The OSCE Mission to Serb\n", paragraph);
}

BOOST_AUTO_TEST_CASE(one_release_in_many_forms_is_one_document) {
  const std::string more =
      "The course dealt with floods on the Morava. Mayors saw how a dam works.\n";
  for (const std::string& form :
       {"Mayors learn to keep rivers clean\n\n" + rivers + "\n\n" + more,
        "# Mayors learn to keep rivers clean\n\n" + rivers + "\n\n## Background\n\n" + more,
        "Mayors learn to keep rivers clean\n\n" + rivers + "\n\nWhat was done\n\n" + more,
        "Mayors learn\n" + rivers + "\nResults\nBy 30 June 2019 forty mayors had seen two dams.\n",
        "https://example.org/1\nMayors learn\n4 June 2018\n" + rivers + "\n" + more,
        "BELGRADE, 4 June 2018 – " + rivers + "\n\n\n" + more +
            "\nContact:\nA. Novak\nTel: +381 11 1234567\n",
        rivers + "\n\nMore on this page:\nhttps://example.org/rivers\n\n" + more}) {
    const Outcome outcome = load_text("a.txt", form);
    BOOST_TEST(outcome.loaded.graph.document_count() == 1U, form);
    BOOST_TEST(said(outcome.loaded.graph) ==
                   "office:serbia implements Clean Rivers\nstate:NO funds Clean Rivers\n"
                   "state:SE funds Clean Rivers\n",
               form);
  }
}

BOOST_AUTO_TEST_CASE(each_item_has_its_title_day_and_place) {
  const Outcome outcome =
      load_text("list.md", "## Mayors learn\n\nBELGRADE, 4 June 2018 – " + rivers +
                               "\n\n## Rangers fly\n\nOn 7 May 2019, " + forests + "\n");
  const Graph& graph = outcome.loaded.graph;
  BOOST_REQUIRE_EQUAL(graph.document_count(), 2U);
  std::map<std::string, std::string> found;
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    const Document document = graph.document(claim.document);
    BOOST_TEST(document.file == "list.md");
    found[std::string(document.title) + ", " + document.date.text()] =
        std::string(claim.locator.substr(0, claim.locator.find(',')));
  }
  const std::map<std::string, std::string> wanted{{"Mayors learn, 2018-06-04", "lines 1-3"},
                                                  {"Rangers fly, 2019-05-07", "lines 5-7"}};
  BOOST_TEST(found == wanted);
}

BOOST_AUTO_TEST_CASE(a_day_further_down_is_no_day_of_the_item) {
  const auto day = [](const std::string& text) {
    return load_text("a.txt", text).loaded.graph.document(0).date.text();
  };
  BOOST_TEST(day("By 30 June 2031 the project \"Clean Rivers\" will be funded by Norway.") == "");
  BOOST_TEST(day("Since 2 May 2019 the project \"Clean Rivers\" is funded by Norway.") == "");
  BOOST_TEST(
      day("Rivers are long.\nThe project \"Clean Rivers\" began on 3 May 2019 with Norway.") == "");
  BOOST_TEST(day("OSLO, 7 February 2023 - The work began on 1 September 2022 and ends.") ==
             "2023-02-07");
  BOOST_TEST(day("News\n2023-02-07\nThe project \"Clean Rivers\" is funded by Norway.") ==
             "2023-02-07");
  BOOST_TEST(day("News\n14/03/2018\nThe project \"Clean Rivers\" is funded by Norway.") ==
             "2018-03-14");
  BOOST_TEST(day("News\n04/03/2018\nThe project \"Clean Rivers\" is funded by Norway.") == "");
  BOOST_TEST(day("News\nЛюбляна, 7 февраля 2023 г.\nВода чиста.") == "2023-02-07");
}

// Two paragraphs may belong to one item or to two: then no claim uses both.
BOOST_AUTO_TEST_CASE(nothing_is_joined_across_a_place_in_doubt) {
  const std::string office =
      "The OSCE Mission to Serbia held a course for mayors of the Morava valley in Belgrade, Novi "
      "Sad and Nis.";
  const std::string money =
      "Water engineers follow the example of Belgrade in the project \"Clean Rivers\", "
      "funded by Norway.";
  BOOST_TEST(outline(office + "\n" + money) ==
             "The OSCE Mission to Serb\n? Water engineers follow t\n");
  BOOST_TEST(said("a.txt", office + "\n" + money) == "state:NO funds Clean Rivers\n");
  // A paragraph that refers back is joined.
  BOOST_TEST(
      said("a.txt",
           office + "\nThe course belongs to the project \"Clean Rivers\", funded by Norway.") ==
      "office:serbia implements Clean Rivers\nstate:NO funds Clean Rivers\n");
  // An unnamed project is identified by its item, and here the item is uncertain.
  BOOST_TEST(said("a.txt",
                  office + "\nWater engineers follow the example of Belgrade, funded by Norway.") ==
             "");
}

// If two offices organise something, it is not known which one implements the project of a third
// sentence.
BOOST_AUTO_TEST_CASE(two_that_fit_are_one_too_many) {
  const std::string project =
      "Both belong to the project \"Clean Rivers\", which is funded by Norway.";
  BOOST_TEST(said("a.txt",
                  "The OSCE Mission to Serbia held a course for mayors.\nThe OSCE Presence in "
                  "Albania held another course for them.\n" +
                      project) == "state:NO funds Clean Rivers\n");
  // Bodies in one sentence act together.
  BOOST_TEST(said("a.txt",
                  "The OSCE Mission to Serbia and the OSCE Presence in Albania held a course for "
                  "mayors.\n" +
                      project) ==
             "office:albania implements Clean Rivers\noffice:serbia implements Clean Rivers\n"
             "state:NO funds Clean Rivers\n");
}

BOOST_AUTO_TEST_CASE(markup_tells_items_apart) {
  const std::string first = "<p>" + rivers + "</p>";
  const std::string second = "<p>" + forests + "</p>";
  for (const auto& [before, between, after] : std::vector<std::array<std::string, 3>>{
           {"<article>", "</article><article>", "</article>"},
           {"<h2>Mayors</h2>", "<h2>Rangers fly drones</h2>", ""},
           {"<h1>Mayors</h1>", "<h1>Rangers fly drones</h1>", ""},
           {"", "<hr>", ""},
           {"<div class=\"views-row\">", "</div><div class=\"views-row\">", "</div>"}})
    BOOST_TEST(said("a.html", "<html><head><title>News</title></head><body>" + before + first +
                                  between + second + after + "</body></html>") == both,
               between);
  // Markup with white space between the elements, as editors write it.
  for (const auto& [before, between, after] : std::vector<std::array<std::string, 3>>{
           {"<article>\n  ", "\n</article>\n\n  <article>\n", "\n</article>"},
           {"\n <h2>\n Mayors</h2>\n", "\n\n <h2>\n Rangers fly drones\n </h2>\n", "\n"},
           {"\n", "\n <hr>\n\n", "\n"},
           {"<div class=\"views-row\">\n ", "\n</div>\n <div class=\"views-row\">\n  ",
            "</div>"}}) {
    const Outcome outcome = load_text("a.html", "<html>\n<body>\n" + before + first + between +
                                                    second + after + "\n</body></html>");
    BOOST_TEST(said(outcome.loaded.graph) == both, between);
    BOOST_TEST(outcome.loaded.graph.document_count() == 2U, between);
  }
  const Outcome outcome = load_text(
      "a.html",
      "<html><body><article><h2>Mayors learn</h2><time datetime=\"2018-06-04\">4 June</time>" +
          first +
          "</article><article><h2>Rangers fly</h2><time datetime=\"2019-05-07\">7 May</time>" +
          second + "</article></body></html>");
  std::set<std::string> heads;
  for (const DocumentId d : outcome.loaded.graph.documents()) {
    const Document document = outcome.loaded.graph.document(d);
    heads.insert(std::string(document.title) + ", " + document.date.text());
  }
  BOOST_TEST(heads ==
             (std::set<std::string>{"Mayors learn, 2018-06-04", "Rangers fly, 2019-05-07"}));
}

// The review of an item is found again when another item is added above it.
BOOST_AUTO_TEST_CASE(a_review_of_an_item_outlives_new_items) {
  const Folder folder;
  LoadOptions options;
  options.inputs = {folder.write("list.txt", rivers + "\n***\n" + forests)};
  Problems problems;
  const Loaded before = load(options, problems);
  std::string document;
  std::string locator;
  for (const ClaimId c : before.graph.claims())
    if (before.graph.node_id(before.graph.edge_from(before.graph.claim(c).edge)) == "state:JP") {
      document = before.graph.document_id(before.graph.claim(c).document);
      locator = before.graph.claim(c).locator;
    }
  BOOST_TEST(locator.starts_with("line 3, text "), locator);
  const std::string review =
      "{\"type\":\"claim\",\"from\":\"state:FI\",\"relation\":\"funds\",\"to\":"
      "\"project:green-slopes\",\"document\":\"" +
      document + "\",\"rule\":\"x\",\"reviewed\":\"corrected\",\"locator\":\"" + locator + "\"}\n";
  options.inputs = {folder.write("list.txt", "OSLO, 1 May 2020 - It rained.\n***\n" + rivers +
                                                 "\n***\n" + forests),
                    folder.write("review.jsonl", review)};
  const std::string after = said(load(options, problems).graph);
  BOOST_TEST(after.find("state:FI funds Green Slopes") != std::string::npos, after);
  BOOST_TEST(after.find("state:JP") == std::string::npos, after);
}

// New entries come at the top of a feed: the reviews of older entries stay valid.
BOOST_AUTO_TEST_CASE(an_entry_is_the_same_document_when_another_comes_above_it) {
  const auto feed = [](const std::string& entries) {
    return load_text("f.xml", "<rss version=\"2.0\"><channel>" + entries + "</channel></rss>");
  };
  const auto entry = [](const std::string& text) {
    return "<item><title>T</title><description>" + text + "</description></item>";
  };
  const Outcome before = feed(entry(rivers));
  const Outcome after = feed(entry(forests) + entry(rivers) + entry(rivers));
  BOOST_REQUIRE_EQUAL(after.loaded.graph.document_count(), 2U);
  const std::string id(before.loaded.graph.document_id(0));
  BOOST_TEST((after.loaded.graph.document_id(0) == id || after.loaded.graph.document_id(1) == id));
  BOOST_TEST(after.loaded.warnings.size() == 1U);
}

// A combining mark without a letter, as in emoji, is not a word.
BOOST_AUTO_TEST_CASE(marks_without_letters_are_read_past) {
  BOOST_TEST(said("a.txt", "Watch \xE2\x96\xB6\xEF\xB8\x8F here, \xCC\x81 and \xD9\x8B.\n" + rivers)
                 .starts_with("office:serbia implements"));
}

BOOST_AUTO_TEST_CASE(an_item_that_is_pasted_twice_counts_once) {
  const std::string paid = "The project \"Clean Rivers\" got EUR 5,000 from Norway.";
  const Outcome outcome = load_text("a.txt", paid + "\n***\n" + forests + "\n***\n" + paid);
  BOOST_TEST(outcome.loaded.graph.document_count() == 2U);
  BOOST_REQUIRE_EQUAL(outcome.loaded.warnings.size(), 1U);
  BOOST_TEST(outcome.loaded.warnings.front().what ==
             "1 item of this file repeats another word for word; each is read once");
}

BOOST_AUTO_TEST_CASE(items_of_one_file_are_no_versions_of_each_other) {
  BOOST_TEST(load_text("a.txt", rivers + "\n***\n" + forests).loaded.warnings.empty());
}

namespace {

std::vector<std::string> invented_releases() {
  std::vector<std::string> texts;
  for (const char batch : {'1', '2', '3', '4', '5'}) {
    std::ifstream file(OSCEGRAPH_SOURCE "/tests/loader/press/sentences-" + std::string(1, batch) +
                       ".csv");
    BOOST_REQUIRE(file);
    std::ostringstream content;
    content << file.rdbuf();
    const std::string text = content.str();
    CsvTable table(text, "sentences");
    std::vector<CsvField> row;
    table.next(row);
    while (table.next(row)) texts.emplace_back(row[3].text);
  }
  return texts;
}

using Claims = std::set<std::string>;

void add_claims(const std::string& text, Claims& claims) {
  const Page page = page_of(text);
  for (const Item& item : find_items(page)) {
    std::vector<std::size_t> doubts;
    for (const std::size_t doubt : item.doubts) doubts.push_back(doubt - item.begin);
    const std::string_view words = std::string_view(text).substr(item.begin, item.end - item.begin);
    const std::string_view first = first_line(words);
    const Found found =
        extract(words, {"", doubts, static_cast<std::size_t>(first.data() - words.data())});
    for (const FoundClaim& claim : found.claims)
      claims.insert(claim.from + ' ' + std::string(name_of(claim.relation)) + ' ' + claim.to);
  }
}

struct Joined {
  std::size_t said = 0;  ///< the number of claims from the single releases
  std::size_t kept = 0;
  std::size_t invented = 0;
};

/// Releases joined at random, two to eight at a time.
Joined join_at_random(const std::string& heading) {
  const std::vector<std::string> texts = invented_releases();
  std::mt19937 random(20241122);
  Joined joined;
  for (int i = 0; i < 150; ++i) {
    Claims alone;
    std::string text;
    const std::size_t count = 2 + random() % 7;
    for (std::size_t k = 0; k < count; ++k) {
      const std::string& release = texts[random() % texts.size()];
      add_claims(release, alone);
      text += (heading.empty() ? "" : heading + to_text(k + 1) + "\n") + release + "\n";
    }
    Claims together;
    add_claims(text, together);
    joined.said += alone.size();
    for (const std::string& claim : together)
      ++(alone.contains(claim) ? joined.kept : joined.invented);
  }
  return joined;
}

}  // namespace

BOOST_AUTO_TEST_CASE(releases_below_headings_say_what_they_say_alone) {
  const Joined joined = join_at_random("## Item ");
  BOOST_TEST(joined.invented == 0U);
  BOOST_TEST(joined.kept == joined.said);
}

// Many of the invented releases begin unlike real ones ("The exercise was made possible by ..."),
// so a person could not find the boundaries either.
BOOST_AUTO_TEST_CASE(releases_without_anything_between_them_keep_most) {
  const Joined joined = join_at_random("");
  BOOST_TEST_MESSAGE(joined.kept << " of " << joined.said << " kept, " << joined.invented
                                 << " invented");
  BOOST_TEST(joined.kept * 100 >= joined.said * 92);
  BOOST_TEST(joined.invented * 100 <= joined.said * 4);
}

BOOST_AUTO_TEST_SUITE_END()
