// SPDX-License-Identifier: Apache-2.0
//
// Tests the quotes of claims, by which people check the claims: the words that the rule matched if
// they are enough, else the whole sentence.
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "load_text.hpp"
#include "oscegraph/loader/press/claims/quote.hpp"
#include "oscegraph/loader/press/extract.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

/// The quotes of the claims with this relation, one on each line.
std::string quotes(std::string_view text, Relation relation = Relation::funds) {
  const Outcome outcome = load_text("a.txt", std::string(text));
  const Graph& graph = outcome.loaded.graph;
  std::string result;
  for (const ClaimId c : graph.claims())
    if (graph.edge_relation(graph.claim(c).edge) == relation)
      result += std::string(graph.claim(c).quote) + '\n';
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_quotes)

BOOST_AUTO_TEST_CASE(words_that_say_it_all) {
  BOOST_TEST(quotes("The project \"Clean Rivers\" is funded by Norway. It began in May.") ==
             "funded by Norway\n");
}

BOOST_AUTO_TEST_CASE(a_sum_comes_with_its_sentence) {
  BOOST_TEST(
      quotes("It rains. The project \"Clean Rivers\" is paid for with EUR 50,000 from Norway. "
             "It began in May.") ==
      "The project \"Clean Rivers\" is paid for with EUR 50,000 from Norway.\n");
}

BOOST_AUTO_TEST_CASE(words_with_a_sum_that_is_another_s_are_not_cut_short) {
  const std::string sentence =
      "For the project \"Clean Rivers\", Denmark and Norway gave EUR 60,000 and EUR 30,000 "
      "respectively.";
  BOOST_TEST(quotes(sentence) == sentence + "\n" + sentence + "\n");
}

BOOST_AUTO_TEST_CASE(a_headline_is_quoted_whole) {
  BOOST_TEST(quotes("Norway funds the project \"Clean Rivers\" in Serbia\nThe weather was fine.") ==
             "Norway funds the project \"Clean Rivers\" in Serbia\n");
}

BOOST_AUTO_TEST_CASE(a_headline_gives_way_to_the_sentence_that_says_the_same) {
  const std::string headline =
      "Norway funds the project \"Clean Rivers\"\n\nBELGRADE, 5 May 2024 – ";
  BOOST_TEST(quotes(headline + "The project is funded by Norway.") == "funded by Norway\n");
  BOOST_TEST(quotes(headline + "Norway contributed EUR 50,000 to the project.") ==
             "BELGRADE, 5 May 2024 – Norway contributed EUR 50,000 to the project.\n");
  // A sum stays in the quote.
  BOOST_TEST(
      quotes("Norway gives EUR 50,000 to the project \"Clean Rivers\"\n\nBELGRADE, 5 May 2024 – "
             "The project is funded by Norway.") ==
      "Norway gives EUR 50,000 to the project \"Clean Rivers\"\n");
  // A sentence about another payer does not put the headline in doubt.
  BOOST_TEST(quotes(headline + "The project is funded by Sweden.") ==
             "Norway funds the project \"Clean Rivers\"\nfunded by Sweden\n");
}

BOOST_AUTO_TEST_CASE(the_one_office_comes_with_the_sentence_that_names_it) {
  BOOST_TEST(
      quotes("OSCE Mission to Serbia on rivers\nThe OSCE Mission to Serbia met mayors on Monday. "
             "The project \"Clean Rivers\" is funded by Norway.",
             Relation::implements) == "The OSCE Mission to Serbia met mayors on Monday.\n");
}

BOOST_AUTO_TEST_CASE(of_a_long_sentence_the_clauses_around_the_words) {
  std::string clauses;
  for (int i = 0; i < 12; ++i) clauses += "the rivers of the country were clean and cold, ";
  const std::string quote = quotes("On Monday, when " + clauses +
                                   "Norway gave EUR 1,000,000 to the project \"Clean Rivers\", " +
                                   clauses + "and it rained.");
  BOOST_TEST(quote.starts_with("… the rivers of"));
  BOOST_TEST(quote.ends_with(", …\n"));
  BOOST_TEST(quote.find("Norway gave EUR 1,000,000 to the project \"Clean Rivers\"") !=
             std::string::npos);
  BOOST_TEST(quote.size() < 420U);
}

BOOST_AUTO_TEST_CASE(a_long_clause_is_cut_before_the_words) {
  std::string words;
  for (int i = 0; i < 90; ++i) words += "clean rivers ";
  const std::string quote =
      quotes("There the " + words + "flow and Norway gave EUR 1,000,000 for them.");
  BOOST_TEST(quote == "… Norway gave EUR 1,000,000 for them.\n");
}

BOOST_AUTO_TEST_SUITE_END()
