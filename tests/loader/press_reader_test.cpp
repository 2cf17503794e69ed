// SPDX-License-Identifier: Apache-2.0
//
// Tests texts as inputs: encodings, markup, feeds, hostile files and reviews. Also tests the scores
// on the press items in the folder next to the repository; these tests are skipped if the folder
// does not exist.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

using namespace oscegraph;
using namespace oscegraph::testing;

namespace {

const std::string sentence_text = "The project \"Clean Rivers\" is funded by Norway.";

std::string edges_of(const Graph& graph) {
  std::string result;
  for (const EdgeId e : graph.edges())
    result += std::string(graph.node_id(graph.edge_from(e))) + ' ' +
              std::string(name_of(graph.edge_relation(e))) + ' ' +
              std::string(graph.node_id(graph.edge_to(e))) + '\n';
  return result;
}

const std::string norway_funds = "state:NO funds project:clean-rivers\n";

std::string utf16(const std::string& text) {
  std::string result = "\xFF\xFE";
  for (const char c : text) result += std::string{c, '\0'};
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_reader)

BOOST_AUTO_TEST_CASE(a_text_becomes_a_document_with_claims) {
  const Outcome outcome =
      load_text("a.txt", "https://www.osce.org/x/1\n22 November 2024\n" + sentence_text);
  const Graph& graph = outcome.loaded.graph;
  BOOST_TEST(edges_of(graph) == norway_funds);
  const Document document = graph.document(0);
  BOOST_TEST(document.file == "a.txt");
  BOOST_TEST(document.publisher == "OSCE");
  BOOST_TEST(document.url == "https://www.osce.org/x/1");
  BOOST_TEST(document.date.text() == "2024-11-22");
  BOOST_TEST(document.checksum.starts_with("fnv1a64:"));
  const Claim claim = graph.claim(0);
  BOOST_TEST(claim.quote == "funded by Norway");
  BOOST_TEST(claim.locator == "text 72-88");
  BOOST_TEST(claim.rule == "funded-by");
}

BOOST_AUTO_TEST_CASE(encodings) {
  BOOST_TEST(edges_of(load_text("a.txt", utf16(sentence_text)).loaded.graph) == norway_funds);
  BOOST_TEST(edges_of(load_text("a.txt", "\xEF\xBB\xBF" + sentence_text).loaded.graph) ==
             norway_funds);
  BOOST_TEST(edges_of(load_text("a.txt", "Caf\xE9. \x93 " + sentence_text).loaded.graph) ==
             norway_funds);
  const Outcome broken = load_text("a.txt", "\xC4\x8C\xC4\x8D \xFF. " + sentence_text);
  BOOST_TEST(edges_of(broken.loaded.graph) == norway_funds);
  BOOST_TEST(broken.loaded.warnings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(bad_files_are_named_and_the_others_load) {
  const Folder folder;
  folder.write("a.txt", sentence_text);
  folder.write("binary.txt", std::string("\x01\x02\x00\x03", 4) + std::string(1000, '\0'));
  folder.write("empty.txt", "");
  folder.write("deep.html", std::string(2'000'000, '<'));
  folder.write("broken.xml", "<rss><item><title>x</title>");
  folder.write("README.md", "The project \"Other\" is funded by Sweden.");
  LoadOptions options;
  options.inputs = {folder.path()};
  Problems problems;
  const Loaded loaded = load(options, problems);
  BOOST_TEST(edges_of(loaded.graph) == norway_funds);
  std::string warnings;
  for (const Problem& warning : loaded.warnings) warnings += folder.strip(sentence(warning)) + "\n";
  BOOST_TEST(warnings.find("binary.txt: this is no text") != std::string::npos, warnings);
  BOOST_TEST(warnings.find("empty.txt: the file is empty") != std::string::npos, warnings);
  BOOST_TEST(warnings.find("broken.xml:1: the XML is damaged") != std::string::npos, warnings);
}

BOOST_AUTO_TEST_CASE(depth_costs_nothing) {
  std::string html = "<html><body>";
  for (int i = 0; i < 300'000; ++i) html += "<div>";
  BOOST_TEST(edges_of(load_text("a.html", html + "<p>" + sentence_text).loaded.graph) ==
             norway_funds);
}

BOOST_AUTO_TEST_CASE(one_line_of_any_length) {
  std::string text;
  while (text.size() < 5'000'000) text += "Rivers are long and the sea is wide. ";
  BOOST_TEST(edges_of(load_text("a.txt", text + sentence_text).loaded.graph) == norway_funds);
}

BOOST_AUTO_TEST_CASE(pages_lose_their_menus_and_keep_their_places) {
  const std::string html =
      "<!DOCTYPE html><html><head><title>T &amp; x</title>"
      "<meta property=\"og:url\" content=\"https://www.osce.org/x/1\">"
      "<meta property=\"article:published_time\" content=\"2024-11-22T10:00\"></head><body>"
      "<nav><ul><li>Donors: Albania, Austria</li></ul></nav><ul class=\"main-menu\"><li>Donor: "
      "France</li></ul>"
      "<p>The <b>project</b> \xE2\x80\x9C"
      "Clean Rivers\xE2\x80\x9D is funded by Norway.</p></body></html>";
  const Outcome outcome = load_text("a.html", html);
  const Graph& graph = outcome.loaded.graph;
  BOOST_TEST(edges_of(graph) == norway_funds);
  BOOST_TEST(graph.document(0).title == "T & x");
  BOOST_TEST(graph.document(0).date.text() == "2024-11-22");
  const std::size_t begin = html.find("funded by");
  BOOST_TEST(graph.claim(0).locator == "text " + to_text(begin) + "-" + to_text(begin + 16));
}

BOOST_AUTO_TEST_CASE(feeds_are_one_document_an_entry) {
  const std::string feed =
      "<?xml version=\"1.0\"?><rss><channel><item><title>A</title><link>https://osce.org/a</link>"
      "<pubDate>Fri, 22 Nov 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;The project \"Clean "
      "Rivers\" is "
      "funded by "
      "Norway.&lt;/p&gt;</description></item><item><title>B</title><description>Rain.</description>"
      "</item></channel></rss>";
  const Outcome outcome = load_text("feed.xml", feed);
  BOOST_TEST(outcome.loaded.graph.document_count() == 2U);
  BOOST_TEST(edges_of(outcome.loaded.graph) == norway_funds);
}

BOOST_AUTO_TEST_CASE(a_reviewed_claim_wins_over_the_text) {
  const Folder folder;
  const std::string text =
      folder.write("a.txt", "The project \"Clean Rivers\" is funded by Norway and Sweden.");
  LoadOptions options;
  options.inputs = {text};
  Problems problems;
  const Loaded plain = load(options, problems);
  const std::string id(plain.graph.document_id(0));
  const auto review = [&](const std::string& from, const std::string& more) {
    return "{\"type\":\"claim\",\"from\":\"" + from +
           "\",\"relation\":\"funds\",\"to\":\"project:clean-rivers\","
           "\"document\":\"" +
           id + "\",\"rule\":\"funded-by\"," + more + "}\n";
  };
  options.inputs = {text, folder.write("no.jsonl", review("state:NO", "\"reviewed\":\"no\""))};
  BOOST_TEST(edges_of(load(options, problems).graph) == "state:SE funds project:clean-rivers\n");
  const std::string locator(plain.graph.claim(0).locator);
  options.inputs = {
      text, folder.write(
                "fix.jsonl",
                review("state:FI", "\"reviewed\":\"corrected\",\"locator\":\"" + locator + "\""))};
  BOOST_TEST(edges_of(load(options, problems).graph) ==
             "state:FI funds project:clean-rivers\nstate:SE funds project:clean-rivers\n");
}

BOOST_AUTO_TEST_CASE(one_project_in_two_spellings_is_one_node) {
  const Folder folder;
  folder.write("a.txt", "The project \"Clean Rivers\" is funded by Norway.");
  folder.write("b.txt", "The project \"Clean rivers\" is funded by Sweden.");
  LoadOptions options;
  options.inputs = {folder.path()};
  Problems problems;
  const Loaded loaded = load(options, problems);
  BOOST_TEST(edges_of(loaded.graph) ==
             "state:NO funds project:clean-rivers\nstate:SE funds project:clean-rivers\n");
}

namespace {

const std::filesystem::path press =
    std::filesystem::path(OSCEGRAPH_SOURCE).parent_path() / "shared" / "press";

boost::test_tools::assertion_result press_is_here(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result here(std::filesystem::exists(press / "gold.tsv"));
  if (!here)
    here.message() << "skipped: the press items are not at "
                   << "../shared/press";
  return here;
}

/// The bodies in a role, with the number of the item ("03: state:FR"); stated ones only, or
/// inferred ones too.
std::set<std::string> in_role(const Graph& graph, Relation relation, bool inferred_too) {
  std::set<std::string> result;
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    if (graph.edge_relation(claim.edge) != relation) continue;
    if (claim.basis != Basis::stated && !inferred_too) continue;
    result.insert(std::string(graph.document(claim.document).file.substr(0, 2)) + ": " +
                  std::string(graph.node_id(graph.edge_from(claim.edge))));
  }
  return result;
}

/// The graph that extraction makes of the texts beside the repository.
Graph graph_of_press() {
  LoadOptions options;
  for (const auto& entry : std::filesystem::directory_iterator(press))
    if (entry.path().extension() == ".txt") options.inputs.push_back(entry.path());
  Problems problems;
  return std::move(load(options, problems).graph);
}

/// Reports what only one side has, except `beyond_rules`, which a person finds but no rule can
/// find.
void compare(const std::set<std::string>& example, const std::set<std::string>& found,
             const std::set<std::string>& beyond_rules) {
  for (const std::string& one : example)
    BOOST_TEST((found.contains(one) || beyond_rules.contains(one)),
               "in the example, not found: " << one);
  for (const std::string& one : found)
    BOOST_TEST(example.contains(one), "found, not in the example: " << one);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_example_agrees_with_its_texts_on_who_pays,
                     *boost::unit_test::precondition(press_is_here)) {
  // Beyond the rules: help in kind without a word of giving; an event that only its headline names.
  compare(in_role(load_example().graph, Relation::funds, false),
          in_role(graph_of_press(), Relation::funds, false), {"17: state:AT", "04: office:skopje"});
}

// The person who made the example and the rules may disagree on what is stated and what is
// inferred.
BOOST_AUTO_TEST_CASE(the_example_agrees_with_its_texts_on_who_carries_out,
                     *boost::unit_test::precondition(press_is_here)) {
  // Beyond the rules: the campaign that the launch belongs to.
  compare(in_role(load_example().graph, Relation::implements, true),
          in_role(graph_of_press(), Relation::implements, true), {"04: agency:un"});
}

// The example names many more partners than the rules find; those that the rules find must be among
// them. New bodies have different ids in the example and in the extraction, so they are not
// compared.
BOOST_AUTO_TEST_CASE(partners_that_rules_find_are_in_the_example,
                     *boost::unit_test::precondition(press_is_here)) {
  const Graph texts = graph_of_press();
  const std::set<std::string> example = in_role(load_example().graph, Relation::partners, true);
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (const std::string& one : in_role(texts, Relation::partners, true)) {
    const GazetteerEntry* body = gazetteer.find_id(one.substr(4));
    if (body == nullptr) continue;
    // For a State's mission the example has the State itself.
    const GazetteerEntry* state = gazetteer.state_of(*body);
    const bool as_state =
        state != nullptr && example.contains(one.substr(0, 4) + std::string(state->id));
    BOOST_TEST((as_state || example.contains(one)), "found, not in the example: " << one);
  }
}

BOOST_AUTO_TEST_SUITE_END()
