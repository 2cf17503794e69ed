// SPDX-License-Identifier: Apache-2.0
//
// Tests that a receiver of money is not taken for a payer: all combinations of givers, verbs, gifts
// and receivers. Also tests the cases in which the name of an agency or a State does show who pays.
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/loader/press/extract.hpp"
#include "press_found.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

struct Thing {
  std::string_view words;
  bool has_sum = false;
};

const Pairs givers = {{"Norway", "NO"},
                      {"the Government of Sweden", "SE"},
                      {"the European Union", "donor:eu"},
                      {"the Embassy of Japan", "JP"}};
const std::vector<std::string_view> receivers = {"UNICEF",
                                                 "IOM and UNHCR",
                                                 "the OSCE Mission to Serbia",
                                                 "Moldova",
                                                 "the Government of Albania",
                                                 "the Ministry of Interior of Serbia",
                                                 "the Red Cross Society of Serbia",
                                                 "UNDP, UNICEF and IOM"};
const std::vector<Thing> things = {{"a grant"},         {"grants"},
                                   {"funding"},         {"a contribution of EUR 5,000", true},
                                   {"EUR 5,000", true}, {"a donation worth EUR 5,000", true}};

std::string with_capital(std::string text) {
  if (text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
  return text;
}

/// The funders, each with its sum: "NO 5000.00".
std::string payers_with_sums(std::string_view text) {
  std::set<std::string> lines;
  for (const FoundClaim& claim : extract(text, {}).claims)
    if (claim.relation == Relation::funds)
      lines.insert((claim.from.starts_with("state:") ? claim.from.substr(6) : claim.from) +
                   (claim.amount ? ' ' + claim.amount->decimal() : ""));
  std::string result;
  for (const std::string& line : lines) result += (result.empty() ? "" : ", ") + line;
  return result;
}

void check_payer(const std::string& words, std::string_view payer, const Thing& thing) {
  const std::string text = with_capital(words) + " for the project \"Clean Rivers\".";
  BOOST_TEST(payers_with_sums(text) == std::string(payer) + (thing.has_sum ? " 5000.00" : ""),
             text);
}

/// Checks the first funder and the implementers: "NO/agency:unicef".
void check_roles(const Pairs& cases) {
  for (const auto& [text, wanted] : cases) {
    const Found found = extract(text, {});
    BOOST_TEST(who(found, Relation::funds) + '/' + who(found, Relation::implements) == wanted,
               text);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_recipients)

BOOST_AUTO_TEST_CASE(who_is_given_money_pays_nothing) {
  for (const auto& [giver, payer] : givers)
    for (const std::string_view receiver : receivers)
      for (const Thing& thing : things) {
        const std::string from(giver);
        const std::string to(receiver);
        const std::string what(thing.words);
        for (const std::string_view verb : {"gave", "has given", "awarded", "granted", "offered",
                                            "allocated", "handed", "paid", "extended"})
          check_payer(from + ' ' + std::string(verb) + ' ' + to + ' ' + what, payer, thing);
        check_payer(from + " provided " + to + " with " + what, payer, thing);
        if (to.find(" and ") != std::string::npos) continue;
        for (const std::string_view verb : {"was given", "has been awarded", "was granted"})
          check_payer(to + ' ' + std::string(verb) + ' ' + what + " by " + from, payer, thing);
        check_payer(what + " was awarded to " + to + " by " + from, payer, thing);
      }
}

BOOST_AUTO_TEST_CASE(who_is_given_money_carries_a_named_project_out) {
  check_roles({
      {"Norway gave UNICEF a contribution of EUR 5,000 for the project \"Clean Rivers\".",
       "NO/agency:unicef"},
      {"Norway awarded UNDP a grant for the project \"Clean Rivers\".", "NO/agency:undp"},
      {"Norway will provide UNICEF with a contribution of EUR 5,000 for the project \"Clean "
       "Rivers\".",
       "NO/agency:unicef"},
      {"The grant that Norway gave UNDP pays for the project \"Clean Rivers\".", "NO/agency:undp"},
      {"UNICEF, given a contribution of EUR 5,000 by Norway, painted a wall in the project \"Clean "
       "Rivers\".",
       "NO/agency:unicef"},
      {"Norway, through its embassy, gave UNICEF funds for the project \"Clean Rivers\".",
       "NO/agency:unicef"},
      // Nothing was given.
      {"Norway could give UNDP a grant for the project \"Clean Rivers\".", "/"},
      {"Norway has not given UNDP a grant for the project \"Clean Rivers\".", "/"},
      // Support is not money, and money of another payer does not count.
      {"UNDP offered Serbia support under the project \"Clean Rivers\", funded by Norway.",
       "NO/agency:undp"},
      {"Norway gave Serbia support for the project \"Clean Rivers\".", "/"},
      {"The OSCE Mission to Serbia provided UNDP with funding from Norway for the project \"Clean "
       "Rivers\".",
       "NO/agency:undp"},
      // No project, and no States.
      {"Norway gave UNICEF EUR 50,000 for school meals.", "NO/"},
      {"Norway awarded Serbia a grant for the project \"Clean Rivers\".", "NO/"},
  });
}

BOOST_AUTO_TEST_CASE(whose_the_money_is) {
  check_roles({
      {"UNICEF grants pay for the project \"Clean Rivers\".", "agency:unicef/"},
      {"A UNICEF contribution of EUR 5,000 pays for the project \"Clean Rivers\".",
       "agency:unicef/"},
      {"The agency provided EU funding for the project \"Clean Rivers\".", "donor:eu/"},
      {"The agency awarded Swedish grants to the project \"Clean Rivers\".", "SE/"},
      {"Norway gave EUR 5,000 to the EU-funded project \"Clean Rivers\".", "NO donor:eu/"},
  });
}

BOOST_AUTO_TEST_CASE(in_other_languages) {
  check_roles({
      {"La Norvège a accordé à l'UNICEF une contribution de 5 000 euros pour le projet « Rivières "
       "propres ».",
       "NO/agency:unicef"},
      {"La Suède a octroyé au PNUD une subvention pour le projet « Rivières propres ».",
       "SE/agency:undp"},
      {"L'UNICEF a reçu de la Norvège une contribution pour le projet « Rivières propres ».",
       "NO/agency:unicef"},
      {"Une contribution a été accordée à la Serbie par la Norvège pour le projet « Rivières "
       "propres ».",
       "NO/"},
      {"Norwegen gewährte UNICEF einen Zuschuss von 5.000 Euro für das Projekt „Saubere Flüsse“.",
       "NO/agency:unicef"},
      {"Schweden gab Serbien einen Zuschuss für das Projekt „Saubere Flüsse“.", "SE/"},
      {"UNICEF wurde von Norwegen ein Zuschuss für das Projekt „Saubere Flüsse“ gewährt.", "NO/"},
      {"Noruega concedió a UNICEF una contribución de 5.000 euros para el proyecto \"Ríos "
       "limpios\".",
       "NO/agency:unicef"},
      {"Suecia otorgó a Serbia una subvención para el proyecto \"Ríos limpios\".", "SE/"},
      {"UNICEF recibió de Noruega una contribución para el proyecto \"Ríos limpios\".",
       "NO/agency:unicef"},
      {"La Norvegia ha concesso all'UNICEF un contributo di 5.000 euro per il progetto \"Fiumi "
       "puliti\".",
       "NO/agency:unicef"},
      {"La Svezia ha assegnato all'UNDP una sovvenzione per il progetto \"Fiumi puliti\".",
       "SE/agency:undp"},
      {"Il contributo della Norvegia alla Serbia finanzia il progetto \"Fiumi puliti\".", "NO/"},
      {"Норвегия выделила ЮНИСЕФ грант в размере 5 000 евро на проект «Чистые реки».",
       "NO/agency:unicef"},
      {"Норвегия предоставила грант Сербии на проект «Чистые реки».", "NO/"},
      {"Средства на проект «Чистые реки» выделены Сербии Норвегией.", "NO/"},
      {"Финансовую помощь Сербии на проект «Чистые реки» оказала Норвегия.", "NO/"},
  });
}

// "EUR 5,000 for the Safe Roads Project": the name of the project begins after the sum and the
// receiver.
BOOST_AUTO_TEST_CASE(a_sum_before_the_name_of_a_project) {
  for (const std::string_view text :
       {"Norway gave UNDP a grant of EUR 5,000 for the Safe Roads Project.",
        "Norway gave UNDP EUR 5,000 for the OSCE Safe Roads Project.",
        "Norway contributed EUR 5,000 to UNDP for the Safe Roads Project."}) {
    const Found found = extract(text, {});
    BOOST_TEST(
        who(found, Relation::funds) + '/' + who(found, Relation::implements) == "NO/agency:undp",
        text);
    for (const FoundClaim& claim : found.claims)
      BOOST_TEST(claim.to == "project:safe-roads-project", text);
    BOOST_TEST(payers_with_sums(text) == "NO 5000.00", text);
  }
  BOOST_TEST(payers_with_sums("Norway gives IOM a grant of CHF 400,000 for the Safe Roads Project. "
                              "The OSCE Programme Office in Bishkek implements the Safe Roads "
                              "Project.") == "NO 400000.00");
}

BOOST_AUTO_TEST_SUITE_END()
