// SPDX-License-Identifier: Apache-2.0
//
// Tests the same text in several places: twice in a file, in two files with the same name, or in a
// file that was edited after its claims were written. The text is one document, its claims count
// once, and the decisions of a person stay valid.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/load.hpp"

using namespace oscegraph;

namespace {

const std::string sweden =
    "Sweden gave EUR 7,000 to the project \"Old Wells\" of the OSCE Mission to Skopje.\n";
const std::string italy =
    "Le projet « Toits neufs » est financé par l'Italie à hauteur de 3 000 euros.\n";
const std::string canada = "Das Projekt \"Helle Wege\" wird von Kanada und Irland finanziert.\n";
const std::string both = "Canada and Ireland gave EUR 400 to the project \"Bright Roads\".\n";

Loaded load_all(std::vector<InputBytes> inputs) {
  LoadOptions options;
  options.in_memory = std::move(inputs);
  Problems problems;
  return load(options, problems);
}

/// Every funder with its sum, and every warning with its file; repeated ones are listed again.
std::multiset<std::string> told(const Loaded& loaded) {
  std::multiset<std::string> result;
  const Graph& graph = loaded.graph;
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    if (graph.edge_relation(claim.edge) != Relation::funds) continue;
    std::string words(graph.node_id(graph.edge_from(claim.edge)));
    if (claim.amount) words += ' ' + claim.amount->decimal();
    result.insert(words);
  }
  for (const Problem& warning : loaded.warnings)
    result.insert(sentence(warning).substr(0, sentence(warning).find(';')));
  return result;
}

using Told = std::multiset<std::string>;

void check(const std::vector<InputBytes>& inputs, const Told& wanted) {
  const Told found = told(load_all(inputs));
  BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), wanted.begin(), wanted.end());
}

InputBytes page_of(const std::string& text, const std::string& menu) {
  return {"page.html", "<html><body><nav>" + menu + "</nav><p>" + text + "</p></body></html>\n"};
}

/// The claims as records, as `extract` writes them, with the funder `from` replaced by `instead`.
std::string records_of(const Graph& graph, const std::string& from, const std::string& instead,
                       bool all = true) {
  std::string result;
  const auto field = [](const std::string& name, std::string value) {
    for (std::size_t at = 0; (at = value.find('"', at)) != std::string::npos; at += 2)
      value.insert(at, 1, '\\');
    return ",\"" + name + "\":\"" + value + '"';
  };
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    const std::string funder(graph.node_id(graph.edge_from(claim.edge)));
    if (funder != from && !all) continue;
    result += "{\"type\":\"claim\"" + field("from", funder == from ? instead : funder) +
              field("relation", std::string(name_of(graph.edge_relation(claim.edge)))) +
              field("to", std::string(graph.node_id(graph.edge_to(claim.edge)))) +
              field("document", std::string(graph.document_id(claim.document))) +
              field("locator", std::string(claim.locator)) +
              field("quote", std::string(claim.quote)) + field("rule", std::string(claim.rule));
    if (claim.amount)
      result += field("amount", claim.amount->decimal()) +
                field("currency", std::string(claim.amount->currency.code()));
    if (funder == from) result += field("reviewed", "corrected");
    result += "}\n";
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(repeated_texts)

BOOST_AUTO_TEST_CASE(an_item_twice_in_a_file_counts_once) {
  const std::string heading = "## Old Wells\n";
  check({{"news.md", heading + sweden + "## Toits\n" + italy + heading + sweden}},
        {"state:SE 7000.00", "state:IT 3000.00",
         "news.md: 1 item of this file repeats another word for word"});
  const auto page = [](const std::string& text) {
    return "<article><p>" + text + "</p></article>";
  };
  check({{"news.html", "<html><body>" + page(sweden) + page(italy) + page(sweden) + page(italy) +
                           "</body></html>"}},
        {"state:SE 7000.00", "state:IT 3000.00",
         "news.html: 2 items of this file repeat another word for word"});
}

// The id of a document is the name of its file, whatever the ending, and a checksum of the text.
BOOST_AUTO_TEST_CASE(a_text_in_two_files_of_one_name_is_one_whatever_their_order) {
  std::vector<InputBytes> inputs{{"n.txt", sweden + "---\n" + italy},
                                 {"n.md", "***************\n" + sweden + "\n***\n" + italy},
                                 {"n.htm", "<p>" + italy + "</p><hr><p>" + sweden + "</p>"}};
  const Loaded first = load_all(inputs);
  std::ranges::reverse(inputs);
  const Loaded last = load_all(inputs);
  for (const Loaded* loaded : {&first, &last}) {
    BOOST_TEST(loaded->graph.document_count() == 2U);
    BOOST_TEST(told(*loaded).count("state:SE 7000.00") == 1U);
    BOOST_TEST(told(*loaded).count("state:IT 3000.00") == 1U);
  }
  for (const DocumentId d : first.graph.documents()) {
    BOOST_TEST(first.graph.document(d).file == last.graph.document(d).file);
    BOOST_TEST(first.graph.document(d).title == last.graph.document(d).title);
  }
}

BOOST_AUTO_TEST_CASE(an_item_keeps_its_document_when_others_come) {
  const auto documents_of = [](const std::string& text) {
    std::set<std::string> ids;
    const Loaded loaded = load_all({{"list.txt", text}});
    for (const DocumentId d : loaded.graph.documents()) ids.emplace(loaded.graph.document_id(d));
    return ids;
  };
  for (const std::string between : {"---\n", "\n* * *\n\n", "_____________\n\n"}) {
    const std::set<std::string> before = documents_of(sweden + between + italy);
    const std::set<std::string> after =
        documents_of(canada + between + sweden + between + italy + between + canada);
    BOOST_TEST(before.size() == 2U);
    BOOST_TEST(std::ranges::includes(after, before), between);
  }
}

BOOST_AUTO_TEST_CASE(claims_written_before_an_item_was_put_above_count_once) {
  const std::string list = "## Wells\n" + sweden + "## Toits\n" + italy;
  const Loaded before = load_all({{"list.md", list}});
  const InputBytes records{"claims.jsonl", records_of(before.graph, "nobody", "")};
  const InputBytes after{"list.md", "## Wege\n" + canada + list};
  const Told wanted{"state:SE 7000.00", "state:IT 3000.00", "state:CA", "state:IE"};
  check({records, after}, wanted);
  check({after, records}, wanted);
}

// Places refer to the file of a page, and change when its menu changes, but the text stays the
// same.
BOOST_AUTO_TEST_CASE(a_page_that_was_saved_again_counts_once) {
  const Graph before = load_all({page_of(both, "Home")}).graph;
  const InputBytes records{"claims.jsonl", records_of(before, "nobody", "")};
  const Told wanted{"state:CA", "state:IE"};
  check({records, page_of(both, "Home, News and Contact")}, wanted);
  check({page_of(both, "")}, wanted);
}

BOOST_AUTO_TEST_CASE(a_correction_stands_where_the_text_moved) {
  for (const std::string& sentence : {canada, both}) {
    const Graph before = load_all({page_of(sentence, "Home")}).graph;
    const InputBytes records{"claims.jsonl", records_of(before, "state:CA", "state:NO")};
    for (const std::string menu : {"Home", "", "Home, News and Contact"}) {
      check({records, page_of(sentence, menu)}, {"state:NO", "state:IE"});
      check({page_of(sentence, menu), records}, {"state:NO", "state:IE"});
    }
    const std::string list = "## Roads\n" + sentence + "## Toits\n" + italy;
    const Graph items = load_all({{"list.md", list}}).graph;
    check({{"claims.jsonl", records_of(items, "state:CA", "state:NO", false)},
           {"list.md", "## Wells\n" + sweden + list}},
          {"state:NO", "state:IE", "state:IT 3000.00", "state:SE 7000.00"});
  }
}

// Two claims quote the same sentence, and no record tells which of them was corrected.
BOOST_AUTO_TEST_CASE(a_correction_that_may_be_of_several_claims_is_told) {
  const Graph before = load_all({page_of(both, "Home")}).graph;
  const InputBytes record{"claims.jsonl", records_of(before, "state:CA", "state:NO", false)};
  check({record, page_of(both, "Home")}, {"state:NO", "state:IE"});
  const std::string place(before.claim(0).locator);
  check({record, page_of(both, "Contact")},
        {"state:NO", "page.html: 2 claims of one sentence could be what was corrected at '" +
                         place + "', where it no longer stands"});
}

BOOST_AUTO_TEST_SUITE_END()
