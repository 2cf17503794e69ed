// SPDX-License-Identifier: Apache-2.0
//
// Tests names of States that may mean something else in running text: persons, places, goods,
// common words.
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/loader/embedded/embedded_rows.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/press/extract.hpp"
#include "press_found.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

/// The payers found in a sentence in which `payer` pays for a course.
std::string paid_by(std::string_view payer) {
  return funders(
      "The OSCE Mission to Serbia held a course on 5 November 2024. It is part of the "
      "project \"Stone Bridges\", which is funded by " +
      std::string(payer) + ".");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_doubtful_names)

BOOST_AUTO_TEST_CASE(states_are_read_where_they_are_meant) {
  BOOST_TEST(paid_by("Jordan") == "JO");
  BOOST_TEST(paid_by("Georgia and Jordan") == "GE JO");
  BOOST_TEST(paid_by("Norway, Chad and Jersey") == "JE NO TD");
  BOOST_TEST(paid_by("the Hashemite Kingdom of Jordan") == "JO");
  BOOST_TEST(paid_by("the Government of Mali") == "ML");
  BOOST_TEST(paid_by("Peru and Kenya") == "KE PE");
  BOOST_TEST(paid_by("the Faroe Islands") == "FO");
  BOOST_TEST(paid_by("Cuba, Niger and Guinea") == "CU GN NE");
}

BOOST_AUTO_TEST_CASE(persons_and_places_are_no_states) {
  for (const std::string_view payer :
       {"Jordan Peters", "Michael Jordan", "Chad Miller", "Montserrat Ruiz", "Georgia Brown",
        "Jordan B. Stone", "Georgia Tech", "Georgia State University", "Jersey City",
        "Niger Delta Partners", "Cuba Street Trust", "Maurice Blanc", "Dominique Noir",
        "Mauricio Verde", "Salvador Luna", "Mali Brod", "Guadalupe Rojas"}) {
    // A university may pay, but its State does not.
    const std::string payers = paid_by(payer);
    BOOST_TEST((payers.empty() || payers.find(':') != std::string::npos), payer << ": " << payers);
  }
}

BOOST_AUTO_TEST_CASE(words_are_no_states) {
  for (const std::string_view text :
       {"The OSCE Mission to Serbia gave the team Jersey shirts, paid for by the project \"Stone "
        "Bridges\".",
        "Réunion financée par le projet \"Ponts de pierre\" de la Mission de l'OSCE en Serbie.",
        "Grenade training was funded under the project \"Stone Bridges\" of the OSCE Mission to "
        "Serbia.",
        "Riunione finanziata dal progetto \"Ponti di pietra\" della Missione OSCE in Serbia.",
        "Того же мнения Миссия ОБСЕ в Сербии. Проект «Каменные мосты» профинансирован.",
        "All can and may per cent, the OSCE Mission to Serbia said. CAN AND ALL NOR PER funded "
        "it."})
    BOOST_TEST(funders(text) == "", text);
}

BOOST_AUTO_TEST_CASE(codes_are_no_names_in_texts) {
  for (const std::string_view payer : {"CAN", "FIN", "NOR", "DEU and FRA", "PER", "MAR"})
    BOOST_TEST(paid_by(payer) == "", payer);
}

BOOST_AUTO_TEST_CASE(every_doubtful_name_is_of_the_gazetteer) {
  for_each_row("doubtful-names.csv", [](std::vector<CsvField>& row) {
    BOOST_TEST(Gazetteer::instance().find_name(row.at(0).text).size() == 1U, row.at(0).text);
    BOOST_TEST(!row.at(2).text.empty(), row.at(0).text);
  });
}

// Texts are compared without accents, so "Níger" would be read where "Niger" is not.
BOOST_AUTO_TEST_CASE(a_doubtful_name_is_doubtful_with_every_accent) {
  std::map<std::string, std::set<std::string_view>> listed;
  for_each_row("doubtful-names.csv", [&](std::vector<CsvField>& row) {
    listed[fold_words(row.at(0).text)].insert(row.at(0).text);
  });
  for (const GazetteerEntry& entry : Gazetteer::instance().entries())
    for (const GazetteerName& name : entry.names)
      if (const auto found = listed.find(fold_words(name.name)); found != listed.end())
        BOOST_TEST(found->second.contains(name.name), name.name);
}

BOOST_AUTO_TEST_SUITE_END()
