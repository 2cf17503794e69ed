// SPDX-License-Identifier: Apache-2.0
//
// Tests that a sum that several payers give together is attributed to none of them, even if only
// one of them is known.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/loader/press/extract.hpp"

using namespace oscegraph;
using namespace oscegraph::press;

namespace {

/// The funders, each with its own sum: "NO none, SE 5.00".
std::string payers(std::string_view text) {
  std::set<std::string> lines;
  for (const FoundClaim& claim : extract(text, {}).claims)
    if (claim.relation == Relation::funds)
      lines.insert((claim.from.starts_with("state:") ? claim.from.substr(6) : claim.from) + ' ' +
                   (claim.amount ? claim.amount->decimal() : "none"));
  std::string result;
  for (const std::string& line : lines) result += (result.empty() ? "" : ", ") + line;
  return result;
}

/// Checks that no funder has a sum.
void check_no_sum(const std::vector<std::string_view>& texts) {
  for (const std::string_view text : texts) {
    const std::string found = payers(text);
    BOOST_TEST(found.find('.') == std::string::npos, text << ": " << found);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_payers)

// If there are other payers, anywhere in the sentence, the share of one payer is unknown.
BOOST_AUTO_TEST_CASE(others_that_stand_far_off_share_the_sum) {
  check_no_sum({
      "The project \"Stone Bridges\" is funded by Norway and others with EUR 20,000.",
      "The project \"Stone Bridges\" is funded by Norway and several other donors with EUR 20,000.",
      "The project \"Stone Bridges\" is funded by Norway and its partners with EUR 20,000.",
      "Norway gave EUR 20,000 to the project \"Stone Bridges\" together with its partners.",
      "Norway gave EUR 20,000 to the project \"Stone Bridges\" jointly with two foundations.",
      "With others, Norway gave EUR 20,000 to the project \"Stone Bridges\".",
      "Le projet « Ponts de pierre » est financé par la Norvège et d'autres bailleurs à hauteur de "
      "20 "
      "000 euros.",
      "Norway gave EUR 50,000 for boats and EUR 20,000 for nets in the project \"Stone Bridges\".",
      "Norway gave Sweden's EUR 50,000 to the project \"Stone Bridges\".",
  });
  // Others who do something else in another part of the sentence do not matter.
  BOOST_TEST(
      payers("Norway gave EUR 50,000 to the project \"Stone Bridges\", which UNDP carries out "
             "together with the town of Nis.") == "NO 50000.00");
  BOOST_TEST(
      payers("Norway gave EUR 50,000 and Sweden EUR 20,000 to the project \"Stone Bridges\".") ==
      "NO 50000.00, SE 20000.00");
}

BOOST_AUTO_TEST_CASE(a_joint_sum_is_on_none_of_its_payers) {
  check_no_sum({
      "Norway and Sweden contributed EUR 5 million to the project \"Stone Bridges\".",
      "Norway and its partners contributed EUR 5 million to the project \"Stone Bridges\".",
      "Norway and others contributed EUR 5 million to the project \"Stone Bridges\".",
      "Norway and other donors contributed EUR 5 million to the project \"Stone Bridges\".",
      "Norway, together with the Smith Family, contributed EUR 5 million to the project \"Stone "
      "Bridges\".",
      "Together with the Smith Family, Norway contributed EUR 5 million to the project \"Stone "
      "Bridges\".",
      "Norway contributed EUR 5 million together with the Smith Family to the project \"Stone "
      "Bridges\".",
      "Norway, in co-operation with Ruritania, contributed EUR 5 million to the project \"Stone "
      "Bridges\".",
      "The Smith Family and Norway contributed EUR 5 million to the project \"Stone Bridges\".",
      "The Smith Family, Ruritania and Norway contributed EUR 5 million to the project \"Stone "
      "Bridges\".",
      "Norway met the Smith Family. They contributed EUR 5 million to the project \"Stone "
      "Bridges\".",
      "The project \"Stone Bridges\" received EUR 5 million from Norway and others.",
      "The project \"Stone Bridges\" received EUR 5 million from Norway and other donors.",
      "The project \"Stone Bridges\" received EUR 5 million from Norway and the Smith Family.",
      "The project \"Stone Bridges\" received EUR 5 million from Norway, the Smith Family and "
      "Sweden.",
      "The project \"Stone Bridges\" is funded by Norway, the Smith Family and Sweden with EUR 5 "
      "million.",
      "The project \"Stone Bridges\", worth EUR 5 million, is co-funded by Norway.",
      "The project \"Stone Bridges\" (EUR 5 million) is funded by Norway, among others.",
      "The Norwegian and Ruritanian governments gave EUR 5 million to the project \"Stone "
      "Bridges\".",
      "Norwegen und andere gaben 5 Millionen Euro für das Projekt „Steinbrücken“.",
      "Norwegen gibt gemeinsam mit der Stadt 5 Millionen Euro für das Projekt „Steinbrücken“.",
      "La Norvège et ses partenaires ont donné 5 millions d'euros au projet « Ponts de pierre ».",
      "La Norvegia e altri hanno donato 5 milioni di euro al progetto \"Ponti di pietra\".",
      "Noruega y otros han aportado 5 millones de euros al proyecto \"Puentes de piedra\".",
      "Норвегия совместно с городом выделила 5 млн евро на проект «Каменные мосты».",
      "Норвегия и другие доноры выделили 5 млн евро на проект «Каменные мосты».",
  });
}

BOOST_AUTO_TEST_CASE(what_one_gives_beside_others_is_its_own) {
  for (const auto& [text, wanted] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"The project \"Stone Bridges\" received EUR 5 million from Norway and was supported by "
            "experts.",
            "NO 5000000.00"},
           {"The project \"Stone Bridges\" is funded by Norway (EUR 5,000) and others.",
            "NO 5000.00"},
           {"Norway contributed EUR 5,000 and Sweden EUR 6,000 to the project \"Stone Bridges\".",
            "NO 5000.00, SE 6000.00"},
           {"In May, Norway contributed EUR 5,000 to the project \"Stone Bridges\".", "NO 5000.00"},
           {"The project \"Stone Bridges\" is funded by Norway with up to EUR 5,000 and by Sweden "
            "with EUR 6,000.",
            "NO none, SE 6000.00"},
           {"The project \"Stone Bridges\" is funded by Norway (up to EUR 5,000) and Sweden (EUR "
            "6,000).",
            "NO none, SE 6000.00"},
           {"Denmark pledged DKK 38 million (USD 5.6 million) to the project \"Stone Bridges\".",
            "DK 38000000.00"},
           {"The project \"Stone Bridges\" is funded by Denmark (DKK 38 million/USD 5 million) and "
            "Sweden (SEK 5 million).",
            "DK 38000000.00, SE 5000000.00"}})
    BOOST_TEST(payers(text) == wanted, text);
}

BOOST_AUTO_TEST_CASE(a_bound_keeps_its_payer) {
  for (const std::string_view sum :
       {"up to EUR 5 million", "EUR 2-3 million", "between EUR 2 and 3 million",
        "more than 4 million euro", "EUR 5,000 a month", "EUR 1,500 million", "2 million kroner"})
    BOOST_TEST(payers("Norway contributed " + std::string(sum) +
                      " to the project \"Stone Bridges\".") == "NO none",
               sum);
}

BOOST_AUTO_TEST_CASE(a_headline_rounds_the_sum_of_its_text) {
  BOOST_TEST(payers("Norway gives EUR 2 million to the project \"Stone Bridges\"\n\n"
                    "Norway contributed EUR 1.95 million to the project \"Stone Bridges\".") ==
             "NO 1950000.00");
  BOOST_TEST(payers("Norway gives USD 2 million to the project \"Stone Bridges\"\n\n"
                    "Norway contributed NOK 22 million to the project \"Stone Bridges\".") ==
             "NO 22000000.00");
}

BOOST_AUTO_TEST_SUITE_END()
