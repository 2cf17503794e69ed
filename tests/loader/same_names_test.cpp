// SPDX-License-Identifier: Apache-2.0
//
// Tests the search for different nodes that have the same name.
#include "oscegraph/loader/resolve/same_names.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"

using namespace oscegraph;
using oscegraph::testing::Folder;

namespace {

std::string node(const std::string& id, const std::string& name, const std::string& aliases = {}) {
  return R"({"type":"node","id":")" + id + R"(","kind":")" + id.substr(0, id.find(':')) +
         R"(","name":")" + name + R"(","aliases":[)" + aliases + "]}\n";
}

struct Told {
  std::size_t count = 0;
  std::vector<std::string> sentences;
};

/// What is reported for the files in this order, read in bulk if `bulk` is true.
Told told(const std::vector<std::string>& texts, std::size_t most = 10, bool bulk = true) {
  const Folder folder;
  LoadOptions options;
  for (std::size_t i = 0; i < texts.size(); ++i)
    options.inputs.push_back(folder.write(to_text(i) + ".jsonl", texts[i]));
  options.most_same_names = most;
  options.bulk.from = bulk ? 0 : ~std::uint64_t{0};
  Problems problems(10);
  const Loaded loaded = load(options, problems);
  BOOST_TEST(problems.list().empty());
  Told result{loaded.same_names.count, {}};
  for (const Problem& problem : loaded.same_names.first)
    result.sentences.push_back(folder.strip(sentence(problem)));
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(same_names)

BOOST_AUTO_TEST_CASE(names_that_are_compared_as_one_are_told_with_both_places) {
  const std::string text =
      node("agency:a", "Türk Vakfı") + node("agency:b", "Other", R"("TURK VAKFI")");
  for (const bool bulk : {true, false}) {
    const Told names = told({text}, 10, bulk);
    BOOST_TEST(names.count == 1U);
    BOOST_REQUIRE(names.sentences.size() == 1U);
    BOOST_TEST(
        names.sentences[0] ==
        "0.jsonl:2:21: 'agency:b' is called 'TURK VAKFI', as is 'agency:a' ('Türk Vakfı') at "
        "0.jsonl:1; names are compared without capitals, accents and punctuation; give both one "
        "id, or names that differ");
  }
  const Told exact = told({node("donor:a", "A Fund"), node("donor:b", "A Fund")});
  BOOST_REQUIRE(exact.sentences.size() == 1U);
  BOOST_TEST(
      exact.sentences[0] ==
      "1.jsonl:1:21: 'donor:b' is called 'A Fund', as is 'donor:a' at 0.jsonl:1; give both one "
      "id, or names that differ");
}

BOOST_AUTO_TEST_CASE(what_is_no_doubt) {
  // Nodes of two kinds; names of one node; names without letters; different names.
  BOOST_TEST(told({node("agency:a", "Lantern") + node("project:a", "Lantern")}).count == 0U);
  BOOST_TEST(told({node("agency:a", "Lantern", R"("LANTERN","The lantern")")}).count == 0U);
  BOOST_TEST(told({node("agency:a", "-") + node("agency:b", "–", R"("-")")}).count == 0U);
  BOOST_TEST(told({node("agency:a", "Lantern") + node("agency:b", "Lanterns")}).count == 0U);
  // Bodies of the gazetteer are known to be different, even if they share names.
  BOOST_TEST(told({node("state:NO", "Norway") + node("state:SE", "Sweden")}).count == 0U);
  // The search runs only on request.
  BOOST_TEST(told({node("agency:a", "A") + node("agency:b", "A")}, 0).count == 0U);
}

BOOST_AUTO_TEST_CASE(a_body_of_the_gazetteer_and_another_node_are_told) {
  const Told names = told({node("agency:other", "UNDP") + R"({"type":"document","id":"d"})" + "\n" +
                           R"({"type":"claim","from":"agency:undp","relation":"partners",)" +
                           R"("to":"agency:other","document":"d"})"});
  BOOST_REQUIRE(names.sentences.size() == 1U);
  BOOST_TEST(
      names.sentences[0] ==
      "0.jsonl:1:21: 'agency:other' is called 'UNDP', as is 'agency:undp' of the gazetteer; give "
      "both one id, or names that differ");
}

BOOST_AUTO_TEST_CASE(several_nodes_and_several_names_are_told_once) {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text += node("project:p" + to_text(i), "Phase 2", R"("Second phase","Phase II")");
  const Told names = told({text});
  BOOST_TEST(names.count == 1U);
  BOOST_REQUIRE(names.sentences.size() == 1U);
  BOOST_TEST(
      names.sentences[0] ==
      "0.jsonl:6:21: 'project:p5' is called 'Phase 2', as are 'project:p0' at 0.jsonl:1, "
      "'project:p1' at 0.jsonl:2, 'project:p2' at 0.jsonl:3 and 2 more; give all one id, or names "
      "that differ");
}

BOOST_AUTO_TEST_CASE(all_are_counted_and_the_first_by_place_are_told) {
  std::string text;
  for (int i = 9; i >= 0; --i) {
    text += node("agency:a" + to_text(i), "Name " + to_text(i));
    text += node("agency:b" + to_text(i), "NAME " + to_text(i));
  }
  const Told names = told({text}, 2);
  BOOST_TEST(names.count == 10U);
  BOOST_REQUIRE(names.sentences.size() == 2U);
  BOOST_TEST(names.sentences[0].starts_with("0.jsonl:2:21: 'agency:b9' is called 'NAME 9'"));
  BOOST_TEST(names.sentences[1].starts_with("0.jsonl:4:21: 'agency:b8' is called 'NAME 8'"));
}

BOOST_AUTO_TEST_SUITE_END()
