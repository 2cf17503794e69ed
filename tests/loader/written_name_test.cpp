// SPDX-License-Identifier: Apache-2.0
//
// Tests the ways in which a written name can be interpreted, independent of the known bodies.
#include "oscegraph/loader/resolve/written_name.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "oscegraph/graph/text/text.hpp"

using namespace oscegraph;
using Means = NameReading::Means;

namespace {

/// The names and bodies of all readings of this kind, separated by " | ".
std::string read(std::string_view text, Means means) {
  std::vector<std::string> all;
  for (const NameReading& reading : readings_of(text)) {
    if (reading.means != means) continue;
    all.push_back(join(reading.names, " / ") + (reading.body.empty() ? "" : ": " + reading.body));
  }
  return join(all, " | ");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(written_names)

BOOST_AUTO_TEST_CASE(governments_are_read_as_their_states) {
  const auto state = [](std::string_view text) { return read(text, Means::state); };
  BOOST_TEST(state("Latvia, Government of") == "Latvia");
  BOOST_TEST(state("Latvia Government of") == "Latvia");
  BOOST_TEST(state("Govt. of Latvia") == "Latvia");
  BOOST_TEST(state("LVA-GOVERNMENT") == "LVA");
  BOOST_TEST(state("Royal Government of Cambodia") == "Cambodia");
  BOOST_TEST(state("Bahrain (Kingdom of), Government of") ==
             "Bahrain (Kingdom of) / Kingdom of Bahrain / Bahrain");
  BOOST_TEST(state("The Government of the Republic of Malta") ==
             "the Republic of Malta / Malta / Republic of Malta / Malta");
  BOOST_TEST(state("Gouvernement de l'Italie") == "l'Italie / Italie");
  BOOST_TEST(state("Regierung der Schweiz") == "Schweiz");
  BOOST_TEST(state("Правительство Латвии") == "Латвии");
  BOOST_TEST(state("Local Government of Latvia") == "");
  BOOST_TEST(state("Government") == "");
  BOOST_TEST(state("Governance of Latvia") == "");
}

BOOST_AUTO_TEST_CASE(states_are_read_with_their_realm_turned_round_or_left_out) {
  const auto state = [](std::string_view text) { return read(text, Means::state); };
  BOOST_TEST(state("Moldova (Republic of)") == "Republic of Moldova / Moldova");
  BOOST_TEST(state("Iran (Islamic Republic of)") == "Islamic Republic of Iran");
  BOOST_TEST(state("Netherlands (the)") == "Netherlands");
  BOOST_TEST(state("Republic of Malta") == "Malta");
  BOOST_TEST(state("Republic of China") == "");  // that is another one
  BOOST_TEST(state("Georgia, State of") == "State of Georgia");
  BOOST_TEST(state("State of Georgia") == "");
}

BOOST_AUTO_TEST_CASE(ministries_and_embassies_are_bodies_of_a_state) {
  const auto body = [](std::string_view text) { return read(text, Means::body_of_state); };
  BOOST_TEST(body("Ministry of Health, Latvia") == "Latvia: Ministry of Health");
  BOOST_TEST(body("Latvia - Ministry of Health") == "Latvia: Ministry of Health");
  BOOST_TEST(body("Ministry of Health (Latvia)") == "Latvia: Ministry of Health");
  BOOST_TEST(body("Ministry of Health of Latvia") == "Latvia: Ministry of Health");
  BOOST_TEST(body("Latvian Ministry of Health") == "Latvian: Ministry of Health");
  BOOST_TEST(body("Embassy of Latvia in Baku") == "Latvia: Embassy in Baku");
  BOOST_TEST(body("Embassy of Latvia, Baku") == "Latvia: Embassy Baku");
  BOOST_TEST(body("Royal Danish Embassy in Baku") == "Danish: Embassy in Baku");
  BOOST_TEST(body("Ministry of Health") == "");
  // "Support to the" is not a name of a State.
  BOOST_TEST(body("Support to the Ministry of Health, Latvia") ==
             "Support to the: Ministry of Health, Latvia");
  BOOST_TEST(body("Federal Ministry of Health, Austria") == "Austria: Federal Ministry of Health");
  BOOST_TEST(body("Ministry of Health of the State of Georgia") ==
             "State of Georgia: Ministry of Health");
  BOOST_TEST(body("Министерство финансов Латвии").find("Латвии: Министерство финансов") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(two_names_of_one_body_stand_in_brackets_or_at_a_dash) {
  const auto pair = [](std::string_view text) { return read(text, Means::one_body); };
  BOOST_TEST(pair("Orchard Trust (OT)") == "Orchard Trust / OT");
  BOOST_TEST(pair("OT - Orchard Trust") == "OT / Orchard Trust");
  BOOST_TEST(pair("OT- Orchard Trust") == "OT / Orchard Trust");
  BOOST_TEST(pair("Guinea-Bissau") == "");
  BOOST_TEST(pair("(Direct expenditure)") == "");
}

BOOST_AUTO_TEST_CASE(abbreviations_are_the_first_letters_in_order) {
  BOOST_TEST(is_abbreviation_of("NRC", "Norwegian Refugee Council"));
  BOOST_TEST(is_abbreviation_of("KfW", "Kreditanstalt für Wiederaufbau"));
  BOOST_TEST(is_abbreviation_of("BMGF", "Bill and Melinda Gates Foundation"));
  BOOST_TEST(is_abbreviation_of("ПРООН", "Программа развития Организации Объединенных Наций"));
  BOOST_TEST(!is_abbreviation_of("NRC", "National Bank of Romania"));
  BOOST_TEST(!is_abbreviation_of("II", "Improving Investigations"));
  BOOST_TEST(!is_abbreviation_of("NR", "Norwegian Refugee Council"));
  BOOST_TEST(!is_abbreviation_of("2024", "2 0 2 4"));
  BOOST_TEST(!is_abbreviation_of("", "Orchard Trust"));
}

BOOST_AUTO_TEST_CASE(short_forms_keep_the_order_and_most_of_the_words) {
  const std::string_view name = "Latvian International Development Cooperation Agency";
  BOOST_TEST(shortens("Latvian Internat. Dev't Coop. Agency", name));
  BOOST_TEST(!shortens("Latvian Agency", name));
  BOOST_TEST(!shortens("Institute of Medicine", "International Organization for Migration"));
}

BOOST_AUTO_TEST_CASE(legal_forms_are_told_from_names) {
  const auto bare = [](std::string_view text) { return read(text, Means::without_legal_form); };
  BOOST_TEST(bare("Orchard Ltd.") == "Orchard: ltd");
  BOOST_TEST(bare("Obstgarten e.V.") == "Obstgarten: ev");
  BOOST_TEST(bare("Orchard (GmbH)") == "Orchard: gmbh");
  BOOST_TEST(bare("NGO Orchard") == "Orchard: ngo");
  BOOST_TEST(bare("Ltd") == "");
  BOOST_TEST(bare("Orchard II") == "");
  BOOST_TEST(name_key("Plum & Pear") == "plum and pear");
}

BOOST_AUTO_TEST_CASE(any_bytes_have_readings_or_none) {
  for (const std::string text : {"",
                                 " ",
                                 "-",
                                 "(",
                                 ")",
                                 "()",
                                 "( )",
                                 " - ",
                                 "a (",
                                 ") - (",
                                 ",",
                                 "of",
                                 "The",
                                 "Government of",
                                 ", Government of",
                                 "Ministry",
                                 "Embassy of",
                                 "\xff (\xfe)",
                                 "d'",
                                 "l'l'",
                                 "—",
                                 "– –"})
    (void)readings_of(text);
}

BOOST_AUTO_TEST_SUITE_END()
