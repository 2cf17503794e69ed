// SPDX-License-Identifier: Apache-2.0
//
// Tests the wordings of press releases that oscegraph reads, in six languages: formulas of funding,
// references to something named before, names of projects, sums. Also tests bodies that are named
// but do not pay.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "press_found.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

std::string implementers(std::string_view text) { return who(text, Relation::implements); }

/// The name of the project of the first funding claim.
std::string paid_project(std::string_view text) {
  const Found found = extract(text, {});
  for (const FoundClaim& claim : found.claims) {
    if (claim.relation != Relation::funds) continue;
    for (const FoundNode& node : found.nodes)
      if (node.id == claim.to) return node.name;
  }
  return "none";
}

/// The sum of the first claim that has one: "3300000.00 EUR".
std::string sum(std::string_view text) {
  for (const FoundClaim& claim : extract(text, {}).claims)
    if (claim.amount)
      return claim.amount->decimal() + ' ' + std::string(claim.amount->currency.code());
  return "none";
}

std::string sum_line(const FoundClaim& claim) {
  return claim.from + ' ' + (claim.amount ? claim.amount->decimal() : "none") + '\n';
}
/// "state:NO 50000.00" for each funder, one on each line; "none" if it has no sum of its own.
std::string sums(std::string_view text) {
  std::string result;
  for (const FoundClaim& claim : extract(text, {}).claims)
    if (claim.relation == Relation::funds) result += sum_line(claim);
  return result;
}
/// The same lines, sorted by payer.
std::string sums_by_payer(std::string_view text) {
  std::multiset<std::string> lines;
  for (const FoundClaim& claim : extract(text, {}).claims)
    if (claim.relation == Relation::funds) lines.insert(sum_line(claim));
  std::string result;
  for (const std::string& line : lines) result += line;
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_formulas)

BOOST_AUTO_TEST_CASE(formulas_of_funding) {
  const std::string_view course = "The course belongs to the project \"Clean Rivers\", ";
  for (const auto& [formula, wanted] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"with financial contributions from Norway and Sweden", "NO SE"},
           {"generously supported by Norway", "NO"},
           {"which began thanks to funding provided by Norway and Sweden", "NO SE"},
           {"co-financed by Norway and Sweden", "NO SE"},
           {"supported by the governments of Norway and Sweden", "NO SE"},
           {"financed by the Norwegian and Swedish governments", "NO SE"},
           {"funded by Sweden through its International Development Cooperation Agency", "SE"},
           {"made possible by contributions from Norway, Sweden and the European Union",
            "NO SE donor:eu"},
           {"financially supported by the Embassy of Poland in Tirana", "PL"},
       })
    BOOST_TEST(funders(std::string(course) + std::string(formula) + ".") == wanted, formula);
  BOOST_TEST(funders("Ten boats donated by Norway were handed over to the border police as part of "
                     "the project \"Clean Rivers\".") == "NO");
  BOOST_TEST(funders("The Norway-funded project \"Clean Rivers\" began.") == "NO");
  BOOST_TEST(funders("The EU-funded project \"Clean Rivers\" began.") == "donor:eu");
  BOOST_TEST(funders("Norway funds the project \"Clean Rivers\".") == "NO");
  BOOST_TEST(funders("Norway's financial support for the project \"Clean Rivers\" continues.") ==
             "NO");
}

BOOST_AUTO_TEST_CASE(who_carries_out_joins_in_and_gains) {
  const std::string_view text =
      "The project \"Clean Rivers\", funded by Norway, is implemented by the OSCE Mission to "
      "Serbia "
      "in partnership with UNDP.";
  BOOST_TEST(implementers(text) == "office:serbia");
  BOOST_TEST(who(text, Relation::partners) == "agency:undp");
  BOOST_TEST(implementers("The OSCE Mission to Serbia carries out the project \"Clean Rivers\".") ==
             "office:serbia");
}

BOOST_AUTO_TEST_CASE(hosts_of_offices_and_not_of_events) {
  BOOST_TEST(who("Serbia hosts the OSCE Mission to Serbia.", Relation::hosts) == "RS");
  BOOST_TEST(who("Austria hosted the OSCE Mission to Serbia for a day.", Relation::hosts) == "");
  BOOST_TEST(who("Serbia hosted a course of the OSCE Mission to Serbia.", Relation::hosts) == "");
}

BOOST_AUTO_TEST_CASE(references_to_what_was_named) {
  const std::string_view named = "The OSCE Presence in Albania opened a course on rivers. ";
  for (const std::string_view reference :
       {"The project \"Clean Rivers\" is implemented by the Presence and funded by Norway.",
        "The Presence implements the project \"Clean Rivers\", funded by Norway."}) {
    const std::string text = std::string(named) + std::string(reference);
    BOOST_TEST(implementers(text) == "office:albania", reference);
    BOOST_TEST(funders(text) == "NO", reference);
  }
  BOOST_TEST(implementers("The OSCE Mission to Serbia met mayors. The Mission implements the "
                          "project \"Clean Rivers\".") == "office:serbia");
  BOOST_TEST(implementers("The OSCE Programme Office in Bishkek met mayors. The Office implements "
                          "the project \"Clean Rivers\".") == "office:bishkek");
  BOOST_TEST(
      paid_project("The project \"Clean Rivers\" began. This project is funded by Norway.") ==
      "Clean Rivers");
  BOOST_TEST(implementers(
                 "The Balkan Rivers Research Centre (BRRC) met mayors. The project \"Clean "
                 "Rivers\" is implemented by the BRRC.") == "agency:balkan-rivers-research-centre");
}

BOOST_AUTO_TEST_CASE(names_of_projects) {
  BOOST_TEST(paid_project("The project \"Clean Rivers\" is funded by Norway.") == "Clean Rivers");
  BOOST_TEST(paid_project("The project ‘Clean Rivers’ is funded by Norway.") == "Clean Rivers");
  BOOST_TEST(paid_project("The “Clean Rivers” project is funded by Norway.") == "Clean Rivers");
  BOOST_TEST(paid_project("The Clean Mountain Rivers project is funded by Norway.") ==
             "Clean Mountain Rivers");
  BOOST_TEST(paid_project("It is a project to reduce the waste in mountain rivers, funded by "
                          "Norway.") == "Project to reduce the waste in mountain rivers");
  BOOST_TEST(
      extract("A course for mayors was funded by Norway.", {"Mayors learn"}).nodes.back().name ==
      "Work reported in: Mayors learn");
}

BOOST_AUTO_TEST_CASE(a_body_nobody_lists_is_inferred) {
  const Found found = extract(
      "The project \"Clean Rivers\" is implemented by the Balkan Rivers Research Centre.", {});
  const auto body = std::ranges::find(found.nodes, Kind::agency, &FoundNode::kind);
  BOOST_REQUIRE(body != found.nodes.end());
  BOOST_TEST(body->name == "Balkan Rivers Research Centre");
}

BOOST_AUTO_TEST_CASE(stated_or_inferred) {
  const auto basis = [](std::string_view text) { return extract(text, {}).claims.back().basis; };
  BOOST_TEST((basis("The project \"Clean Rivers\" is implemented by the OSCE Mission to Serbia.") ==
              Basis::stated));
  BOOST_TEST((basis("The OSCE Mission to Serbia held a course of the project \"Clean Rivers\".") ==
              Basis::inferred));
}

BOOST_AUTO_TEST_CASE(forms_of_sums) {
  const auto given = [](std::string_view words) {
    return sum("Norway contributed " + std::string(words) + " to the project \"Clean Rivers\".");
  };
  BOOST_TEST(given("EUR 3.3 million") == "3300000.00 EUR");
  BOOST_TEST(given("€3.3 million") == "3300000.00 EUR");
  BOOST_TEST(given("964.196,22 euro") == "964196.22 EUR");
  BOOST_TEST(given("EUR 964.196,22") == "964196.22 EUR");
  BOOST_TEST(given("EUR 964,196.22") == "964196.22 EUR");
  BOOST_TEST(given("CHF 1'000'000") == "1000000.00 CHF");
  BOOST_TEST(given("CHF 1’000’000") == "1000000.00 CHF");
  BOOST_TEST(given("one million euros") == "1000000.00 EUR");
  BOOST_TEST(given("half a million euros") == "500000.00 EUR");
  BOOST_TEST(given("almost one million euros") == "none");  // not an exact sum
  BOOST_TEST(given("400,000 euros") == "400000.00 EUR");
  BOOST_TEST(given("400 000 euros") == "400000.00 EUR");
  BOOST_TEST(given("two million Norwegian kroner") == "2000000.00 NOK");
  BOOST_TEST(given("USD 2m") == "2000000.00 USD");
  BOOST_TEST(given("$402 thousand") == "402000.00 USD");
  BOOST_TEST(given("2 million US dollars") == "2000000.00 USD");
  BOOST_TEST(given("2 million U.S. dollars") == "2000000.00 USD");
  BOOST_TEST(given("2 million Canadian dollars") == "2000000.00 CAD");
  BOOST_TEST(given("2 million Ruritanian dollars") == "none");  // whose dollar is not known
  BOOST_TEST(given("a million euros") == "1000000.00 EUR");
  // A sum that two give together is the share of neither.
  BOOST_TEST(sum("Norway and Sweden contributed EUR 3 million to the project.") == "none");
  BOOST_TEST(given("a great deal") == "none");
  BOOST_TEST(given("3.3 million") == "none");  // of what?
}

BOOST_AUTO_TEST_CASE(a_sum_in_brackets_is_of_the_name_before_it) {
  BOOST_TEST(sums("The project \"Clean Rivers\" is funded by Norway (EUR 50,000) and Sweden "
                  "(EUR 20,000).") == "state:NO 50000.00\nstate:SE 20000.00\n");
  BOOST_TEST(sums("The project \"Clean Rivers\" is funded by Norway (EUR 50,000) and Sweden.") ==
             "state:NO 50000.00\nstate:SE none\n");
  BOOST_TEST(sums("The project \"Clean Rivers\" (EUR 70,000) is funded by Norway and Sweden.") ==
             "state:NO none\nstate:SE none\n");
}

BOOST_AUTO_TEST_CASE(each_payer_with_its_own_sum) {
  const std::string_view norway_and_switzerland = "state:CH 200000.00\nstate:NO 100000.00\n";
  for (const std::string_view text : {
           "The project \"Clean Rivers\" is funded by Norway with EUR 100,000 and by Switzerland "
           "with "
           "CHF 200,000.",
           "The project \"Clean Rivers\" is funded by Norway, with a grant of EUR 100,000, and "
           "Switzerland, with CHF 200,000.",
           "The project \"Clean Rivers\" began with EUR 100,000 from Norway and CHF 200,000 from "
           "Switzerland.",
           "Norway contributed EUR 100,000 and Switzerland CHF 200,000 to the project \"Clean "
           "Rivers\".",
           "Norway, with EUR 100,000, and Switzerland, with CHF 200,000, are the donors of the "
           "project "
           "\"Clean Rivers\".",
           "Norway will provide EUR 100,000 to the project \"Clean Rivers\", and Switzerland CHF "
           "200,000.",
           "Das Projekt „Saubere Flüsse“ wird von Norwegen mit 100.000 Euro und von der Schweiz "
           "mit "
           "200.000 Franken finanziert.",
           "Le projet « Rivières propres » est financé par la Norvège avec 100 000 euros et par la "
           "Suisse avec 200 000 francs suisses.",
       })
    BOOST_TEST(sums_by_payer(text) == norway_and_switzerland, text);
  const std::string_view three = "state:CH 2000000.00\nstate:NO 1000000.00\nstate:SE 3000000.00\n";
  for (const std::string_view text : {
           "The project \"Clean Rivers\" is funded by Norway with EUR 1 million, by Switzerland "
           "with "
           "CHF 2 million and by Sweden with SEK 3 million.",
           "The project \"Clean Rivers\" began with EUR 1 million from Norway, CHF 2 million from "
           "Switzerland and SEK 3 million from Sweden.",
           "Norway pledged EUR 1 million, Switzerland CHF 2 million and Sweden SEK 3 million to "
           "the "
           "project \"Clean Rivers\".",
       })
    BOOST_TEST(sums_by_payer(text) == three, text);
}

BOOST_AUTO_TEST_CASE(a_sum_that_stands_beside_a_name_and_is_another_s) {
  for (const auto& [text, wanted] : std::vector<std::pair<std::string_view, std::string_view>>{
           // One sum of two payers, and of two of three payers.
           {"The project \"Clean Rivers\" is funded by Norway and Sweden with EUR 3 million.",
            "state:NO none\nstate:SE none\n"},
           {"The project \"Clean Rivers\" is funded by Norway with EUR 1 million, Sweden and "
            "Finland "
            "with EUR 2 million.",
            "state:FI none\nstate:NO 1000000.00\nstate:SE none\n"},
           {"The project \"Clean Rivers\" is funded by Norway with EUR 1 million and by Sweden.",
            "state:NO 1000000.00\nstate:SE none\n"},
           // Later words tell whose sum it is.
           {"The project \"Clean Rivers\" is funded by Norway, with EUR 3 million from Sweden.",
            "state:NO none\nstate:SE 3000000.00\n"},
           {"The project \"Clean Rivers\" is funded by Norway with EUR 3 million given by Sweden.",
            "state:NO none\nstate:SE 3000000.00\n"},
           {"The project \"Clean Rivers\" is funded by Norway and Sweden with a budget of EUR 3 "
            "million.",
            "state:NO none\nstate:SE none\n"},
           // With two receivers and two sums, neither sum is all that Norway gave.
           {"Norway gave Serbia EUR 100,000 and Albania EUR 200,000 for the project \"Clean "
            "Rivers\".",
            "state:NO none\n"},
           {"Norway gave EUR 100,000 to Serbia and EUR 200,000 to Albania for the project \"Clean "
            "Rivers\".",
            "state:NO none\n"},
           {"Norway gave EUR 100,000 to Serbia and Albania EUR 200,000 for the project \"Clean "
            "Rivers\".",
            "state:NO 100000.00\n"},
           {"The towns of the project \"Clean Rivers\" were awarded EUR 1,000 and Serbia EUR 500.",
            ""},
           {"Norway contributed EUR 100,000 to the project \"Clean Rivers\", and in Switzerland "
            "EUR "
            "200,000 was spent.",
            "state:NO 100000.00\n"},
       })
    BOOST_TEST(sums_by_payer(text) == wanted, text);
}

BOOST_AUTO_TEST_CASE(a_sum_of_each) {
  const std::string_view each = "state:AT 50000.00\nstate:IT 50000.00\n";
  for (const std::string_view text : {
           "Italy and Austria each pledged EUR 50,000 to the OSCE Mission to Serbia.",
           "Italy and Austria have each contributed EUR 50,000 to the project \"Clean Rivers\".",
           "Italy and Austria will each provide EUR 50,000 to the project \"Clean Rivers\".",
           "The Italian and Austrian governments each gave EUR 50,000 to the project \"Clean "
           "Rivers\".",
           "Italy and Austria gave EUR 50,000 each to the project \"Clean Rivers\".",
           "Italy and Austria each supported the project \"Clean Rivers\" with EUR 50,000.",
           "The project \"Clean Rivers\" is funded by Italy and Austria with EUR 50,000 each.",
           "The project \"Clean Rivers\" is funded by Italy and Austria (EUR 50,000 each).",
           "With EUR 50,000 each from Italy and Austria, the project \"Clean Rivers\" began.",
           "The project \"Clean Rivers\" lives on contributions of EUR 50,000 each from Italy and "
           "Austria.",
           "Italien und Österreich gaben je 50.000 Euro für das Projekt „Saubere Flüsse“.",
           "Das Projekt „Saubere Flüsse“ wird von Italien und Österreich mit je 50.000 Euro "
           "unterstützt.",
           "L'Italie et l'Autriche ont chacune donné 50 000 euros au projet « Rivières propres ».",
           "L'Italia e l'Austria hanno donato 50.000 euro ciascuna al progetto \"Fiumi puliti\".",
           "Italia y Austria han aportado 50.000 euros cada uno al proyecto \"Ríos limpios\".",
           "Италия и Австрия выделили по 50 тысяч евро на проект «Чистые реки».",
       })
    BOOST_TEST(sums_by_payer(text) == each, text);
  // "Each" does not refer to the payers: together, each year, each school, each receiver.
  const std::string_view nobody_s = "state:AT none\nstate:IT none\n";
  for (const std::string_view text : {
           "Italy and Austria pledged EUR 50,000 to the project \"Clean Rivers\".",
           "Both Italy and Austria pledged EUR 50,000 to the project \"Clean Rivers\".",
           "Italy and Austria gave EUR 50,000 each year to the project \"Clean Rivers\".",
           "Italy and Austria gave EUR 50,000 for each school of the project \"Clean Rivers\".",
           "Italy and Austria gave EUR 50,000 each to UNDP and UNICEF for the project \"Clean "
           "Rivers\".",
           "Italy and Austria gave EUR 50,000 each to ten towns of the project \"Clean Rivers\".",
           "Italy and Austria gave ten towns EUR 50,000 each for the project \"Clean Rivers\".",
           "Italy and Austria funded ten towns of the project \"Clean Rivers\" with EUR 50,000 "
           "each.",
           "Ten towns got EUR 50,000 each from Italy and Austria for the project \"Clean Rivers\".",
           "Ten towns of the project \"Clean Rivers\" got EUR 50,000 each, funded by Italy and "
           "Austria.",
           "In the project \"Clean Rivers\", ten towns are funded by Italy and Austria with EUR "
           "50,000 "
           "each.",
       })
    BOOST_TEST(sums_by_payer(text) == nobody_s, text);
}

BOOST_AUTO_TEST_CASE(a_sum_of_each_receiver_is_not_what_one_gives) {
  BOOST_TEST(sums("Norway funded ten towns of the project \"Clean Rivers\" with EUR 5,000 each.") ==
             "state:NO none\n");
  BOOST_TEST(
      sums("Norway gave EUR 5,000 each to UNDP and UNICEF for the project \"Clean Rivers\".") ==
      "state:NO none\n");
  BOOST_TEST(
      sums("In the project \"Clean Rivers\", towns are funded by Norway with EUR 5,000 each.") ==
      "state:NO none\n");
  BOOST_TEST(sums("Norway gives EUR 5,000 each year to the project \"Clean Rivers\".") ==
             "state:NO none\n");
}

BOOST_AUTO_TEST_CASE(a_sum_of_one_payer_is_not_given_to_the_next) {
  BOOST_TEST(
      sums("The project \"Open Courts\" was made possible by a contribution of 250,000 euros "
           "from the Government of the Netherlands and with the financial support of USAID.") ==
      "state:NL 250000.00\nstate:US none\n");
  BOOST_TEST(
      sums("The project \"Open Courts\" received 250,000 euros from Norway and was supported "
           "financially by Sweden.") == "state:NO 250000.00\nstate:SE none\n");
  BOOST_TEST(sums("Norway contributed NOK 2 million to the project \"Open Courts\", supported also "
                  "by Sweden.") == "state:NO 2000000.00\nstate:SE none\n");
}

BOOST_AUTO_TEST_CASE(what_is_paid_in_part_is_not_the_whole_sum) {
  BOOST_TEST(sums("With a budget of EUR 2 million, the project \"Clean Rivers\" is partly financed "
                  "by Denmark.") == "state:DK none\n");
  BOOST_TEST(sums("With a budget of EUR 2 million, the project \"Clean Rivers\" is co-funded by "
                  "Denmark.") == "state:DK none\n");
  BOOST_TEST(sums("The project \"Clean Rivers\", worth EUR 3 million, is funded by Finland, among "
                  "others.") == "state:FI none\n");
  BOOST_TEST(sums("Denmark contributed EUR 2 million to the co-funded project \"Clean Rivers\".") ==
             "state:DK 2000000.00\n");
  BOOST_TEST(sums("With a budget of EUR 2 million, the project \"Clean Rivers\" is financed by "
                  "Denmark.") == "state:DK 2000000.00\n");
}

BOOST_AUTO_TEST_CASE(a_sum_is_no_name_of_a_project) {
  const Found found = extract(
      "The project \"Secure Stockpiles\" is funded by Germany. Poland pledged EUR 40,000 for the "
      "project.",
      {});
  for (const FoundClaim& claim : found.claims) BOOST_TEST(claim.to == "project:secure-stockpiles");
  BOOST_REQUIRE(found.claims.size() == 2U);
  BOOST_TEST((found.claims[1].flow == Flow::pledged));
}

BOOST_AUTO_TEST_CASE(a_sum_in_kind_is_no_money) {
  const auto flow_of = [](std::string_view text, std::string_view payer) {
    for (const FoundClaim& claim : extract(text, {}).claims)
      if (claim.from == payer && claim.amount) return std::string(name_of(claim.flow));
    return std::string("no amount");
  };
  for (const std::string_view text :
       {"The project \"Clean Rivers\" was funded by Norway with EUR 5,000 in kind.",
        "Norway gave an in-kind contribution of EUR 5,000 to the project \"Clean Rivers\".",
        "Norway contributed EUR 5,000 (in kind) to the project \"Clean Rivers\".",
        "Norway will provide UNDP with in-kind support worth EUR 5,000 for the project \"Clean "
        "Rivers\".",
        "Sweden gave EUR 5,000 and Norway gave EUR 6,000 in kind to the project \"Clean Rivers\".",
        "La Norvège a donné 5 000 euros en nature au projet « Rivières propres ».",
        "Norwegen gab eine Sachspende im Wert von 5.000 Euro für das Projekt „Saubere Flüsse“.",
        "La Norvegia ha donato 5.000 euro in natura per il progetto \"Fiumi puliti\".",
        "Noruega ha aportado 5.000 euros en especie al proyecto \"Ríos limpios\".",
        "Норвегия выделила 5 тысяч евро в натуральной форме на проект «Чистые реки»."})
    BOOST_TEST(flow_of(text, "state:NO") == "in_kind", text);
  for (const std::string_view text :
       {"Norway gave EUR 5,000, and Sweden in-kind support, to the project \"Clean Rivers\".",
        "Norway gave EUR 5,000 and Sweden gave EUR 6,000 in kind to the project \"Clean Rivers\".",
        "Norway gave EUR 5,000 in cash and in kind to the project \"Clean Rivers\".",
        "Thanks to the kind support of Norway with EUR 5,000 the project \"Clean Rivers\" began.",
        "Noruega aportó 5.000 euros para la naturaleza en el proyecto \"Ríos limpios\"."})
    BOOST_TEST(flow_of(text, "state:NO") == "unknown", text);
}

BOOST_AUTO_TEST_CASE(a_short_form_or_it_is_carried_out) {
  const auto carried_out = [](std::string_view text) {
    std::set<std::string> lines;
    for (const FoundClaim& claim : extract(text, {}).claims)
      if (claim.relation == Relation::implements) lines.insert(claim.from + ' ' + claim.to);
    std::string result;
    for (const std::string& line : lines) result += line + '\n';
    return result;
  };
  const std::string clean_rivers = "The project \"Clean Rivers (CR)\" is funded by Sweden. ";
  const std::string undp = "agency:undp project:clean-rivers\n";
  for (const std::string_view text :
       {"CR is carried out by UNDP.", "It is carried out by UNDP.", "It will be managed by UNDP.",
        "The project \"Old Wells\" is funded by Norway. CR is run by UNDP.", "UNDP began CR."})
    BOOST_TEST(carried_out(clean_rivers + std::string(text)) == undp, text);
  BOOST_TEST(carried_out("The Patrol Field Capacity Building (PFCB) project is funded by Sweden. "
                         "PFCB is carried out by UNICEF.") ==
             "agency:unicef project:patrol-field-capacity-building\n");
  // Whatever else the letters or "it" may mean.
  for (const std::string_view text :
       {"The project paid for a survey. It was carried out by UNDP.",
        "The Crisis Room (CR) is run by UNDP.", "The CR Unit is run by UNDP.",
        "\n\nIt is carried out by UNDP.", "It is led by Norway.",
        "The project \"Old Wells\" and the project \"Stone Bridges\" are funded by Norway. It is "
        "run "
        "by UNDP."})
    BOOST_TEST(carried_out(clean_rivers + std::string(text)) == "", text);
}

BOOST_AUTO_TEST_CASE(a_full_name_repeated_keeps_the_list_after_it) {
  BOOST_TEST(who("The OSCE Mission to Moldova launched the project \"Open Courts\". The project is "
                 "implemented by the OSCE Mission to Moldova and UNDP.",
                 Relation::implements) == "agency:undp office:moldova");
}

BOOST_AUTO_TEST_CASE(periods_of_sums) {
  const Found found = extract(
      "Norway contributed EUR 3.3 million to the project \"Clean Rivers\" from 2023 to 2025.", {});
  BOOST_REQUIRE(!found.claims.empty());
  BOOST_TEST(found.claims.front().period.start.text() == "2023");
  BOOST_TEST(found.claims.front().period.end.text() == "2025");
}

BOOST_AUTO_TEST_CASE(six_languages) {
  BOOST_TEST(funders("The project \"Clean Rivers\" is funded by France, Germany and Norway.") ==
             "DE FR NO");
  BOOST_TEST(funders("Le projet « Rivières propres » est financé par la France, l'Allemagne et la "
                     "Norvège.") == "DE FR NO");
  BOOST_TEST(funders("Das Projekt „Saubere Flüsse“ wird von Frankreich, Deutschland und Norwegen "
                     "finanziert.") == "DE FR NO");
  BOOST_TEST(funders("Il progetto \"Fiumi puliti\" è finanziato dalla Francia, dalla Germania e "
                     "dalla Norvegia.") == "DE FR NO");
  BOOST_TEST(funders("El proyecto \"Ríos limpios\" está financiado por Francia, Alemania y "
                     "Noruega.") == "DE FR NO");
  BOOST_TEST(funders("Проект «Чистые реки» финансируется Францией, Германией и Норвегией.") ==
             "DE FR NO");
}

BOOST_AUTO_TEST_CASE(lists_with_a_preposition_each) {
  BOOST_TEST(funders("Le projet « Rivières propres » est financé par la France, par l'Allemagne et "
                     "par la Norvège.") == "DE FR NO");
  BOOST_TEST(funders("El proyecto \"Ríos limpios\" está financiado por Francia, por Alemania y por "
                     "Noruega.") == "DE FR NO");
  BOOST_TEST(funders("The project \"Clean Rivers\" is funded by France and by Norway.") == "FR NO");
}

BOOST_AUTO_TEST_CASE(sums_in_six_languages) {
  BOOST_TEST(sum("La Norvège a accordé deux millions d'euros au projet « Rivières propres ».") ==
             "2000000.00 EUR");
  BOOST_TEST(sum("Norwegen gibt zwei Millionen Euro für das Projekt „Saubere Flüsse“.") ==
             "2000000.00 EUR");
  BOOST_TEST(
      sum("La Norvegia ha stanziato due milioni di euro per il progetto \"Fiumi puliti\".") ==
      "2000000.00 EUR");
  BOOST_TEST(sum("Noruega ha aportado dos millones de euros al proyecto \"Ríos limpios\".") ==
             "2000000.00 EUR");
  BOOST_TEST(sum("Норвегия выделила два миллиона евро на проект «Чистые реки».") ==
             "2000000.00 EUR");
}

BOOST_AUTO_TEST_CASE(offices_in_six_languages) {
  BOOST_TEST(
      implementers("Le projet « Rivières propres » est mis en œuvre par la Mission de l'OSCE "
                   "en Serbie.") == "office:serbia");
  BOOST_TEST(implementers("Das Projekt „Saubere Flüsse“ wird von der OSZE-Mission in Serbien "
                          "umgesetzt.") == "office:serbia");
  BOOST_TEST(
      implementers("Il progetto \"Fiumi puliti\" è attuato dalla Missione OSCE in Serbia.") ==
      "office:serbia");
  BOOST_TEST(implementers("El proyecto \"Ríos limpios\" es ejecutado por la Misión de la OSCE en "
                          "Serbia.") == "office:serbia");
  BOOST_TEST(implementers("Проект «Чистые реки» реализуется Миссией ОБСЕ в Сербии.") ==
             "office:serbia");
}

BOOST_AUTO_TEST_CASE(not_one_but_the_other) {
  const std::string_view course = "The course of the project \"Clean Rivers\" was ";
  for (const std::string_view formula : {
           "funded not by Poland but by Estonia",
           "funded, not by Poland, but by Estonia",
           "not funded by Poland but by Estonia",
           "funded neither by Poland nor by Latvia but by Estonia",
           "paid for not by Poland but by Estonia",
           "funded by Estonia, not by Poland",
           "funded by Estonia and not by Poland",
           "funded by Estonia, and not Poland",
           "funded by Estonia rather than Poland",
           "funded by Estonia rather than by Poland",
           "funded by Estonia instead of Poland",
           "supported not by Poland but by Estonia",
           "held with funding not from Poland but from Estonia",
           "held with funding from Estonia, not from Poland",
       })
    BOOST_TEST(funders(std::string(course) + std::string(formula) + ".") == "EE", formula);
  for (const std::string_view text : {
           "Not Poland but Estonia funded the project \"Clean Rivers\".",
           "It was not Poland but Estonia that funded the project \"Clean Rivers\".",
           "Estonia, not Poland, funded the project \"Clean Rivers\".",
           "Estonia rather than Poland funded the project \"Clean Rivers\".",
           "Rather than Poland, Estonia funded the project \"Clean Rivers\".",
           "Estonia, and not Poland, is the donor of the project \"Clean Rivers\".",
           "The money for the project \"Clean Rivers\" came not from Poland but from Estonia.",
           "Das Projekt „Saubere Flüsse“ wird nicht von Polen, sondern von Estland finanziert.",
           "Le projet « Rivières propres » est financé par l'Estonie et non par la Pologne.",
           "Проект «Чистые реки» финансируется Эстонией, а не Польшей.",
       })
    BOOST_TEST(funders(text) == "EE", text);
  for (const std::string_view formula :
       {"funded not only by Poland but also by Estonia",
        "not only funded by Poland but also by Estonia",
        "supported not only by Poland but also by Estonia",
        "held with funding not only from Poland but also from Estonia"})
    BOOST_TEST(funders(std::string(course) + std::string(formula) + ".") == "EE PL", formula);
  for (const std::string_view formula : {
           "funded by Poland but attended by Estonia",
           "funded by Poland but hosted by Estonia",
       })
    BOOST_TEST(funders(std::string(course) + std::string(formula) + ".") == "PL", formula);
  for (const std::string_view text : {
           "The project \"Clean Rivers\" should be funded not by Poland but by Estonia.",
           "The project \"Clean Rivers\" was not funded by Poland but Estonia came to see it.",
           "It was not Estonia that funded the project \"Clean Rivers\".",
           "It was Estonia that hosted the course of the project \"Clean Rivers\".",
           "Estonia, not Poland, hosted the course of the project \"Clean Rivers\".",
           "The project \"Clean Rivers\" was not financially but politically supported by Estonia.",
           "The project \"Clean Rivers\" could only be funded by Estonia.",
           "The project \"Clean Rivers\" was not funded but supported by Estonia.",
           "Serbia was also promised EUR 400,000 and Estonia EUR 200,000 for the project \"Clean "
           "Rivers\".",
           "Each State pledged EUR 50,000 to the project \"Clean Rivers\".",
       })
    BOOST_TEST(funders(text) == "", text);
}

BOOST_AUTO_TEST_CASE(a_sum_after_a_turn_of_the_sentence_is_another_s) {
  for (const std::string_view after : {
           "Norway, whose budget is EUR 3 billion",
           "Norway, while its sister project costs EUR 400,000",
           "Norway, which withdrew USD 1 million last week",
           "Norway and helps 300 families, each of which receives EUR 500",
           "Norway, except for the vehicles, which cost EUR 80,000",
       })
    BOOST_TEST(sums_by_payer("The project \"Clean Rivers\" is funded by " + std::string(after) +
                             ".") == "state:NO none\n",
               after);
}

BOOST_AUTO_TEST_CASE(who_only_bears_the_name_of_a_state_is_not_the_state) {
  const std::string_view course = "The project \"Clean Rivers\" is funded by ";
  BOOST_TEST(funders(std::string(course) + "Georgia State University.").find("GE") ==
             std::string::npos);
  BOOST_TEST(funders(std::string(course) + "Albania's neighbours.") == "");
  BOOST_TEST(funders(std::string(course) + "Norway, by Sweden and by Finland.") == "FI NO SE");
}

BOOST_AUTO_TEST_CASE(who_does_not_pay_in_other_languages) {
  for (const std::string_view text : {
           "Das Projekt „Saubere Flüsse“ wird nicht von Norwegen finanziert.",
           "Norwegen finanziert das Projekt „Saubere Flüsse“ nicht.",
           "Das Projekt „Saubere Flüsse“ läuft ohne finanzielle Unterstützung Norwegens.",
           "Le projet « Rivières propres » n'est pas financé par la Norvège.",
           "Le projet « Rivières propres » a commencé sans le soutien financier de la Norvège.",
           "Il progetto \"Fiumi puliti\" non è finanziato dalla Norvegia.",
           "El proyecto \"Ríos limpios\" no está financiado por Noruega.",
           "Проект «Чистые реки» не финансируется Норвегией.",
       })
    BOOST_TEST(funders(text) == "", text);
  for (const std::string_view text : {
           "Das Projekt „Saubere Flüsse“ wird nicht nur von Norwegen finanziert.",
           "Norwegen finanziert das Projekt „Saubere Flüsse“, das nicht einfach ist.",
           "Norwegen finanziert das Projekt „Saubere Flüsse“, nicht aber Schweden.",
           "Le projet « Rivières propres » est financé par la Norvège, mais pas par la Suède.",
           "El proyecto \"Ríos limpios\", sin sede propia, está financiado por Noruega.",
           "Das Projekt „Saubere Flüsse“ für Kinder ohne Eltern wird von Norwegen finanziert.",
           "The project \"Clean Rivers\" runs a non-formal course funded by Norway.",
       })
    BOOST_TEST(funders(text) == "NO", text);
}

BOOST_AUTO_TEST_CASE(who_is_named_without_paying) {
  const std::string_view course = "The course of the project \"Clean Rivers\" took place. ";
  for (const std::string_view sentence : {
           "Judges from Austria, Italy and Norway attended it.",                    // attendees
           "The Ambassador of Norway and the Minister of Justice of Italy spoke.",  // speakers
           "It was hosted by Austria.",                                             // hosts
           "Italy hosted the course and Norway offered the venue.",
           "Norwegian and Italian trainers taught it.",                         // nationalities
           "It was chaired by Finland, which holds the OSCE Chairpersonship.",  // chairs
           "Two experts from Germany and an Italian adviser led the groups.",   // experts
           "The course was held at the Ministry of Justice in Rome, Italy.",    // venues
           "The Ministry of Interior of Serbia opened the event.",
           "The Minister of the Interior of Serbia opened the event with the Ambassador of Italy.",
       })
    BOOST_TEST(funders(std::string(course) + std::string(sentence)) == "", sentence);
}

BOOST_AUTO_TEST_CASE(what_is_supported_tells_whether_it_is_money) {
  for (
      const auto& [text, wanted] : std::vector<std::pair<std::string_view, std::string_view>>{
          // The main noun before the words counts, not a noun that only describes it.
          {"The course on elections was supported by Norway.", "NO"},
          {"The statement on training was supported by Norway.", ""},
          {"The conference ended with a declaration supported by Norway.", ""},
          // The supported thing may come after the words.
          {"With the support of Norway, the OSCE Mission to Serbia trained nurses.", "NO"},
          {"With the support of Norway, the delegation tabled an amendment.", ""},
          {"Norwegian support enabled the repair of ten roofs.", "NO"},
          {"Norwegian support enabled the vote.", ""},
          // The sentence before, through a pronoun and in the same paragraph only.
          {"A course for mayors began. It was supported by Norway.", "NO"},
          {"A resolution was adopted. It was supported by Norway.", ""},
          {"A course for mayors began. Troops crossed with the support of Norway.", ""},
          {"A course for mayors began.\n\nIt was supported by Norway.", ""},
          // A word of money or a sum needs no object; "the programme" needs a project that has a name.
          {"The resolution was financially supported by Norway.", "NO"},
          {"Norway supports the programme of the government.", ""},
          {"The \"Clean Rivers\" programme began. Norway supports the programme.", "NO"},
          {"Norway supports the project.", "NO"},
          // The last part of a German compound word counts.
          {"Der Grenzschutzkurs wird von Norwegen unterstützt.", "NO"},
          {"Die Friedensresolution wird von Norwegen unterstützt.", ""},
          {"Nothing is known of it; it is supported by Norway.", ""},
      })
    BOOST_TEST(funders(text) == wanted, text);
}

BOOST_AUTO_TEST_CASE(who_is_given_money_does_not_pay) {
  for (const auto& [text, wanted] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"The contribution of Norway to UNICEF pays for tents.", "NO"},
           {"The voluntary contribution to UNICEF is due.", ""},
           {"La contribution de la Norvège à l'UNICEF est utile.", "NO"},
           {"La contribution volontaire à l'UNICEF est utile.", ""},
           {"La contribución de Noruega a UNICEF es útil.", "NO"},
           {"La contribución voluntaria a la UNICEF es útil.", ""},
           {"Il contributo della Norvegia all'UNICEF è utile.", "NO"},
           {"Der Beitrag Norwegens an das UNICEF beträgt 500 Euro.", "NO"},
           {"The project is funded by a Norwegian ministry.", "NO"},
       })
    BOOST_TEST(funders(text) == wanted, text);
}

BOOST_AUTO_TEST_CASE(a_centre_of_somebody_else_is_not_the_office_there) {
  const std::string_view project = " implements the project \"Clean Rivers\".";
  const auto office = [&](std::string_view name) {
    return implementers(std::string(name) + std::string(project)).starts_with("office:");
  };
  for (const std::string_view name :
       {"The OSCE Centre in Ashgabat", "The Centre in Ashgabat", "The former Centre in Almaty",
        "The OSCE's Mission to Serbia", "In May the Mission to Serbia", "The new Mission to Serbia",
        "The OSCE Long-Term Mission to Moldova"})
    BOOST_TEST(office(name), name);
  for (const std::string_view name :
       {"The Youth Centre in Ashgabat", "The Drug Dog Training Centre in Bishkek",
        "The Judges' Training Centre in Astana", "The Aarhus Centre in Dushanbe",
        "The UNDP Office in Yerevan", "The UN Mission in Kosovo", "The EU-Mission in Kosovo",
        "The Norwegian Mission to Serbia", "The Red Cross's Centre in Ashgabat",
        "The Mission in Kosovo of the European Union", "The Office in Yerevan of UNDP"})
    BOOST_TEST(!office(name), name);
  // "The Centre" refers to the office named before, also with an additional word.
  const std::string_view named = "The OSCE Centre in Ashgabat met mayors. ";
  BOOST_TEST(implementers(std::string(named) + "The Centre" + std::string(project)) ==
             "office:ashgabat");
  BOOST_TEST(!implementers(std::string(named) + "The Training Centre" + std::string(project))
                  .starts_with("office:"));
}

BOOST_AUTO_TEST_CASE(two_participles_name_two_bodies) {
  for (const std::string_view done : {"implemented", "executed", "carried out", "run", "managed"})
    for (const std::string_view paid :
         {"financed", "funded", "sponsored", "paid for", "co-financed"}) {
      const std::string text = "The project \"Clean Rivers\", " + std::string(done) +
                               " by the OSCE Mission to Serbia and " + std::string(paid) +
                               " by Norway, has ended.";
      BOOST_TEST(implementers(text) == "office:serbia", text);
      BOOST_TEST(funders(text) == "NO", text);
    }
  BOOST_TEST(implementers("The Ministry of Justice opened a school in Norway within the project "
                          "\"Clean Rivers\", implemented by the Ministry of Justice and hosted by "
                          "Sweden.") == "agency:ministry-of-justice");
}

BOOST_AUTO_TEST_CASE(donors_may_be_the_subject) {
  for (const std::string_view text : {
           "Norway, Sweden and France are the donors of the project \"Clean Rivers\".",
           "It said that Norway, Sweden and France are the donors of the project \"Clean Rivers\".",
           "Norway, Sweden and France, which are the main donors of the project \"Clean Rivers\", "
           "met.",
           "La Norvège, la Suède et la France sont les donateurs du projet « Rivières propres ».",
           "Norwegen, Schweden und Frankreich sind die Geldgeber des Projekts „Saubere Flüsse“.",
           "La Norvegia, la Svezia e la Francia sono i finanziatori del progetto \"Fiumi puliti\".",
           "Noruega, Suecia y Francia son los donantes del proyecto \"Ríos limpios\".",
           "Норвегия, Швеция и Франция являются донорами проекта «Чистые реки».",
       })
    BOOST_TEST(funders(text) == "FR NO SE", text);
}

BOOST_AUTO_TEST_CASE(titles_keep_what_stands_in_them) {
  for (const auto& [title, wanted] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"\"Arms control measures (ACM)\"", "Arms control measures (ACM)"},
           {"“Arms control measures [pilot]”", "Arms control measures [pilot]"},
           {"\"Why Not?\"", "Why Not?"},
           {"\"EXPLODE+\"", "EXPLODE+"},
           {"\"Waste minus 50%\"", "Waste minus 50%"},
           {"\"Clean Rivers,\"", "Clean Rivers"},
           {"\"The \"Green\" line\"", "The \"Green\" line"},
           {"\"Towards the \"Green line\"\"", "Towards the \"Green line\""},
           {"“The “Green” line”", "The “Green” line"},
           {"„Die „grüne“ Linie“", "Die „grüne“ Linie"},
           {"« La ligne « verte » »", "La ligne « verte »"},
           {"‘Women’s ‘Green’ line’", "Women’s ‘Green’ line"},
           {"Forest Watch Highlands (FOWAH)", "Forest Watch Highlands (FOWAH)"},
       }) {
    BOOST_TEST(paid_project("The project " + std::string(title) + " is funded by Norway.") ==
               wanted);
    BOOST_TEST(paid_project("The " + std::string(title) + " project is funded by Norway.") ==
               wanted);
  }
}

BOOST_AUTO_TEST_CASE(a_project_and_its_short_form_are_one) {
  const auto projects = [](std::string_view text) {
    std::set<std::string> ids;
    for (const FoundClaim& claim : extract(text, {}).claims) ids.insert(claim.to);
    return ids.size();
  };
  for (const std::string_view text : {
           "Norway funds the project \"Cold Road Works (CRW)\". Sweden funds the project \"CRW\".",
           "Norway funds the CRW project. Sweden funds the project \"Cold Road Works (CRW)\".",
           "Norway funds the project \"Cold Road Works\". Sweden funds the project \"The COLD road "
           "works!\".",
           "Norway funds the project \"Cold Road Works (CRW)\". Sweden funds the project \"Cold "
           "Road "
           "Works\".",
           "Norway funds the CRW (CRW) project. Sweden funds the project \"CRW\".",
       })
    BOOST_TEST(projects(text) == 1U, text);
  for (const std::string_view text : {
           "Norway funds the project \"Safe Borders (II)\". Sweden funds the project \"Safe "
           "Borders\".",
           "Norway funds the project \"Safe Borders (2019)\". Sweden funds the project \"Safe "
           "Borders "
           "(2020)\".",
           "Norway funds the project \"Safe Borders (UK)\". Sweden funds the project \"Safe "
           "Borders\".",
       })
    BOOST_TEST(projects(text) == 2U, text);
  // A short form that fits two projects names neither of them.
  BOOST_TEST(
      projects("Norway funds the project \"Cold Roads (CR)\". Sweden funds the project \"Clean "
               "Rivers (CR)\". France funds the project \"CR\".") == 3U);
  const std::string begins_alike(120, 'x');
  BOOST_TEST(projects("Norway funds the project \"" + begins_alike +
                      "one\". Sweden funds the "
                      "project \"" +
                      begins_alike + "two\".") == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
