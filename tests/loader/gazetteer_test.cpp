// SPDX-License-Identifier: Apache-2.0
//
// Tests rules for the gazetteer, which is data that people edit: the counts agree with the OSCE's
// own lists, and no name means two bodies.
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>

#include "oscegraph/loader/inputs/csv/csv_table.hpp"
#include "oscegraph/loader/inputs/source.hpp"

using namespace oscegraph;

namespace {

const std::vector<GazetteerEntry>& entries() { return Gazetteer::instance().entries(); }

/// All of ISO 3166-1.
constexpr std::string_view iso_3166 =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
    "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
    "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW ";

/// The first States of the gazetteer. Documents and graph files contain their ids, so they must not
/// change.
constexpr std::string_view participating_states =
    "AD AL AM AT AZ BA BE BG BY CA CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT KG KZ LI "
    "LT LU LV MC MD ME MK MN MT NL NO PL PT RO RS RU SE SI SK SM TJ TM TR UA US UZ VA ";

std::vector<std::string> state_ids(std::string_view codes) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i + 2 < codes.size(); i += 3)
    ids.push_back("state:" + std::string(codes.substr(i, 2)));
  return ids;
}

std::string id_or_nobody(const GazetteerEntry* entry) {
  return entry == nullptr ? "nobody" : std::string(entry->id);
}

std::size_t count_members(std::string_view membership) {
  return static_cast<std::size_t>(
      std::ranges::count(entries(), membership, &GazetteerEntry::membership));
}

std::string id_of(std::string_view name) {
  const auto found = Gazetteer::instance().find_name(name);
  if (found.size() != 1) return found.empty() ? "none" : "several";
  return std::string(found.front()->id);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gazetteer)

BOOST_AUTO_TEST_CASE(all_participating_states_and_partners_are_there) {
  BOOST_TEST(count_members("participating State") == 57U);
  BOOST_TEST(count_members("Partner for Co-operation (Mediterranean)") == 6U);
  BOOST_TEST(count_members("Partner for Co-operation (Asian)") == 5U);
}

BOOST_AUTO_TEST_CASE(all_of_iso_3166_is_there_and_nothing_else) {
  const auto ids = state_ids(iso_3166);
  BOOST_TEST(ids.size() == 249U);
  BOOST_TEST(std::ranges::count(entries(), Kind::state, &GazetteerEntry::kind) == 249);
  std::set<std::string_view> names;
  for (const std::string& id : ids) {
    const GazetteerEntry* entry = Gazetteer::instance().find_id(id);
    BOOST_REQUIRE_MESSAGE(entry != nullptr, id);
    BOOST_TEST(entry->country == id.substr(6));
    BOOST_TEST(names.insert(entry->name).second, entry->name);
  }
}

BOOST_AUTO_TEST_CASE(every_participating_state_has_its_id) {
  const auto ids = state_ids(participating_states);
  BOOST_TEST(ids.size() == 57U);
  for (const std::string& id : ids)
    BOOST_TEST(Gazetteer::instance().find_id(id)->membership == "participating State", id);
}

BOOST_AUTO_TEST_CASE(a_territory_is_no_state_and_part_of_one_where_that_is_undisputed) {
  for (const GazetteerEntry& entry : entries()) {
    if (entry.kind != Kind::state) continue;
    if (!entry.membership.empty()) BOOST_TEST(entry.status.empty(), entry.id);
    BOOST_TEST((entry.status == "territory") == !entry.parent.empty(), entry.id);
    if (entry.parent.empty()) continue;
    const GazetteerEntry* whole = Gazetteer::instance().find_id(entry.parent);
    BOOST_TEST((whole->kind == Kind::state && whole->status.empty()), entry.id);
    BOOST_TEST(Gazetteer::instance().state_of(entry) == nullptr, entry.id);
  }
  const auto whole_of = [](std::string_view name) {
    return Gazetteer::instance().find_name(name).front()->parent;
  };
  BOOST_TEST(whole_of("Faroe Islands") == "state:DK");
  BOOST_TEST(whole_of("Åland") == "state:FI");
  BOOST_TEST(whole_of("Puerto Rico") == "state:US");
  BOOST_TEST(whole_of("New Caledonia") == "state:FR");
  for (const std::string_view area : {"EH", "FK", "GI", "PS", "TW"}) {
    const auto* entry = Gazetteer::instance().find_code(CodeList::iso_alpha_2, area);
    BOOST_TEST(entry->status == "area");
    BOOST_TEST(entry->parent.empty());
  }
  BOOST_TEST(Gazetteer::instance().find_id("state:XK") == nullptr);
}

BOOST_AUTO_TEST_CASE(twelve_field_operations_are_at_work) {
  const auto at_work = std::ranges::count_if(entries(), [](const GazetteerEntry& entry) {
    const std::set<std::string_view> now{
        "office:albania", "office:bih",     "office:kosovo",   "office:montenegro",
        "office:serbia",  "office:skopje",  "office:moldova",  "office:ashgabat",
        "office:astana",  "office:bishkek", "office:dushanbe", "office:uzbekistan"};
    return now.contains(entry.id) && entry.type == "field operation" && !entry.period.end.known();
  });
  BOOST_TEST(at_work == 12);
}

BOOST_AUTO_TEST_CASE(no_name_means_two_bodies) {
  std::map<std::string, std::set<std::string_view>> owners;
  for (const GazetteerEntry& entry : entries()) {
    owners[normalise_name(entry.name)].insert(entry.id);
    for (const GazetteerName& name : entry.names) {
      BOOST_TEST(!normalise_name(name.name).empty(), entry.id << ": " << name.name);
      owners[normalise_name(name.name)].insert(entry.id);
    }
    // A code of one body is not the name of another, so looking up codes and names finds one body.
    for (const auto& [list, code] : Gazetteer::instance().codes_of(entry))
      if (const auto named = Gazetteer::instance().find_name(code); !named.empty())
        BOOST_TEST(named.front()->id == entry.id, code << " of " << entry.id);
  }
  for (const auto& [name, ids] : owners)
    BOOST_TEST(ids.size() == 1U,
               "'" << name << "' means " << ids.size() << " bodies, one is " << *ids.begin());
}

BOOST_AUTO_TEST_CASE(every_state_is_named_in_the_six_languages) {
  for (const GazetteerEntry& entry : entries()) {
    if (entry.kind != Kind::state) continue;
    std::set<std::string_view> languages;
    for (const GazetteerName& name : entry.names)
      if (name.form == NameForm::short_name) languages.insert(name.language);
    for (const std::string_view language : {"en", "fr", "de", "it", "ru", "es"})
      BOOST_TEST((languages.contains(language) || language == "en"),
                 entry.id << " has no name in " << language);
  }
}

// Except the Holy See, which has no adjective, and Liechtenstein, whose adjective is its name.
BOOST_AUTO_TEST_CASE(every_participating_state_has_an_adjective) {
  for (const GazetteerEntry& entry : entries())
    if (entry.membership == "participating State" && entry.id != "state:VA" &&
        entry.id != "state:LI")
      BOOST_TEST(std::ranges::any_of(
                     entry.names,
                     [](const GazetteerName& name) { return name.form == NameForm::adjective; }),
                 entry.id);
}

BOOST_AUTO_TEST_CASE(ids_parents_and_kinds_agree) {
  std::set<std::string_view> ids;
  for (const GazetteerEntry& entry : entries()) {
    BOOST_TEST(ids.insert(entry.id).second, entry.id << " is there twice");
    BOOST_TEST(entry.id.starts_with(std::string(name_of(entry.kind)) + ":"), entry.id);
    if (!entry.parent.empty())
      BOOST_TEST(Gazetteer::instance().find_id(entry.parent), entry.id << " has no parent");
  }
}

BOOST_AUTO_TEST_CASE(chains_of_parents_end) {
  for (const GazetteerEntry& entry : entries()) {
    const GazetteerEntry* body = &entry;
    for (int step = 0; body != nullptr && !body->parent.empty(); ++step) {
      BOOST_REQUIRE_MESSAGE(step < 8, entry.id << " is part of itself");
      body = Gazetteer::instance().find_id(body->parent);
    }
  }
}

// The loader reads dates leniently ("" when it is not a date), so only this test finds mistakes in
// them.
BOOST_AUTO_TEST_CASE(files_are_ordered_and_their_cells_are_clean) {
  for (const std::string name : {"nodes.csv", "names.csv", "codes.csv"}) {
    const std::string text = text_of_file(OSCEGRAPH_SOURCE "/loader/gazetteer/" + name);
    CsvTable table(text, name);
    std::vector<CsvField> row;
    table.next(row);
    const std::size_t width = row.size();
    std::vector<std::size_t> date_columns;
    for (std::size_t i = 0; i < width; ++i)
      if (row[i].text == "since" || row[i].text == "until") date_columns.push_back(i);
    BOOST_TEST(date_columns.size() == (name == "codes.csv" ? 0U : 2U));
    std::string last;
    while (table.next(row)) {
      BOOST_REQUIRE_MESSAGE(row.size() == width, name << ':' << row[0].line);
      for (const CsvField& field : row)
        BOOST_TEST((field.text.empty() || (field.text.front() != ' ' && field.text.back() != ' ')),
                   field.text);
      for (const std::size_t i : date_columns)
        BOOST_TEST((row[i].text.empty() || Date::parse(row[i].text)),
                   name << ':' << row[0].line << ": " << row[i].text);
      BOOST_TEST((last <= row[0].text), name << ':' << row[0].line << " is out of order");
      last = row[0].text;
    }
  }
}

BOOST_AUTO_TEST_CASE(one_body_has_many_names) {
  for (const std::string_view name :
       {"Programme Office in Dushanbe", "the OSCE Programme Office in Dushanbe", "POiD",
        "OSCE Centre in Dushanbe", "OSCE Office in Tajikistan", "Mission to Tajikistan"})
    BOOST_TEST(id_of(name) == "office:dushanbe", name);
  for (const std::string_view name : {"Germany", "Federal Republic of Germany", "Deutschland",
                                      "Allemagne", "Германия", "GERMANY"})
    BOOST_TEST(id_of(name) == "state:DE", name);
  for (const std::string_view name :
       {"United States", "United States of America", "US", "U.S.", "USA", "США"})
    BOOST_TEST(id_of(name) == "state:US", name);
  for (const std::string_view name : {"Turkey", "Türkiye", "Turkiye", "Republic of Türkiye"})
    BOOST_TEST(id_of(name) == "state:TR", name);
  BOOST_TEST(id_of("Office of the OSCE Co-ordinator of Economic and Environmental Activities") ==
             "office:oceea");
  BOOST_TEST(id_of("United Nations Office for Drugs and Crime") == "agency:unodc");
}

BOOST_AUTO_TEST_CASE(the_world_has_its_names) {
  for (const std::string_view name :
       {"Democratic Republic of the Congo", "République démocratique du Congo",
        "Congo, The Democratic Republic of the", "DR Congo"})
    BOOST_TEST(id_of(name) == "state:CD", name);
  for (const std::string_view name : {"Republic of the Congo", "Congo-Brazzaville"})
    BOOST_TEST(id_of(name) == "state:CG", name);
  BOOST_TEST(id_of("Congo") == "none");
  for (const std::string_view name :
       {"Faroe Islands", "Faeroe Islands", "Färöer", "Îles Féroé", "Фарерские острова"})
    BOOST_TEST(id_of(name) == "state:FO", name);
  for (const std::string_view name :
       {"Côte d'Ivoire", "Cote d’Ivoire", "Ivory Coast", "Republic of Côte d'Ivoire"})
    BOOST_TEST(id_of(name) == "state:CI", name);
  BOOST_TEST(id_of("Bolivia (Plurinational State of)") == "state:BO");
  BOOST_TEST(id_of("Tanzania, United Republic of") == "state:TZ");
  BOOST_TEST(id_of("Kingdom of Norway") == "state:NO");
  BOOST_TEST(id_of("Syrian Arab Republic") == "state:SY");
}

// Codes are found when they are looked up as codes; as words in a text they mean no body.
BOOST_AUTO_TEST_CASE(codes_are_looked_up_as_codes_only) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const auto by = [&](CodeList list, std::string_view code) {
    return id_or_nobody(gazetteer.find_code(list, code));
  };
  BOOST_TEST(by(CodeList::iso_alpha_2, "NO") == "state:NO");
  BOOST_TEST(by(CodeList::iso_alpha_2, "OSCE") == "nobody");
  BOOST_TEST(by(CodeList::iso_alpha_2, "") == "nobody");
  BOOST_TEST(by(CodeList::iso_alpha_3, "NOR") == "state:NO");
  BOOST_TEST(by(CodeList::iso_alpha_3, "nor") == "state:NO");
  BOOST_TEST(by(CodeList::iso_alpha_3, "CAN") == "state:CA");
  BOOST_TEST(by(CodeList::iso_alpha_3, "ALL") == "nobody");
  BOOST_TEST(by(CodeList::iso_number, "004") == "state:AF");
  BOOST_TEST(by(CodeList::iso_number, "4") == "state:AF");
  BOOST_TEST(by(CodeList::iso_number, "0") == "nobody");
  BOOST_TEST(by(CodeList::dac, "4") == "state:FR");
  BOOST_TEST(by(CodeList::dac, "8-1") == "agency:norad");
  BOOST_TEST(by(CodeList::channel, "47131") == "office:osce");
  for (const std::string_view word : {"CAN", "and", "ALL", "NOR", "578", "47131", "FIN", "per"})
    BOOST_TEST(id_of(word) == "none", word);
  for (const GazetteerEntry& entry : entries())
    for (const auto& [list, code] : gazetteer.codes_of(entry))
      BOOST_TEST(by(list, code) == entry.id, code << " of " << entry.id);
}

BOOST_AUTO_TEST_CASE(every_state_has_its_codes_of_iso) {
  for (const GazetteerEntry& entry : entries()) {
    if (entry.kind != Kind::state) continue;
    std::set<CodeList> lists;
    for (const auto& [list, code] : Gazetteer::instance().codes_of(entry)) lists.insert(list);
    for (const CodeList list : {CodeList::iso_alpha_2, CodeList::iso_alpha_3, CodeList::iso_number})
      BOOST_TEST(lists.contains(list), entry.id);
    if (entry.membership == "participating State" && entry.id != "state:VA" &&
        entry.id != "state:SM" &&
        entry.id != "state:AD")  // not in its lists of donors and recipients
      BOOST_TEST(lists.contains(CodeList::dac), entry.id);
  }
}

BOOST_AUTO_TEST_CASE(references_of_iati_mean_bodies) {
  const auto means = [](std::string_view reference) {
    return id_or_nobody(Gazetteer::instance().find_reference(reference));
  };
  BOOST_TEST(means("XM-DAC-5-52") == "agency:giz");
  BOOST_TEST(means("xm-dac-5-52") == "agency:giz");
  BOOST_TEST(means("XM-DAC-10-6") == "agency:sida");
  BOOST_TEST(means("SE-6") == "agency:sida");
  BOOST_TEST(means("SE-0") == "state:SE");
  BOOST_TEST(means("XM-DAC-8") == "state:NO");
  BOOST_TEST(means("XM-DAC-7") == "agency:nl-mfa");  // the ministry's own reference in its files
  BOOST_TEST(means("GB-GOV-1") == "agency:fcdo");
  BOOST_TEST(means("GB-1") == "agency:dfid");
  BOOST_TEST(means("XM-DAC-41114") == "agency:undp");
  BOOST_TEST(means("41114") == "agency:undp");
  BOOST_TEST(means("XM-DAC-47131") == "office:osce");
  BOOST_TEST(means("XM-DAC-918") == "donor:eu");
  for (const std::string_view reference :
       {"", "XM-DAC-", "XM-DAC-5-", "8", "NO", "XM-DAC-99999", "578", "XM-OCHA-FTS"})
    BOOST_TEST(means(reference) == "nobody", reference);
}

BOOST_AUTO_TEST_CASE(agencies_of_donors_are_part_of_their_state) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (const GazetteerEntry& entry : entries())
    for (const auto& [list, code] : gazetteer.codes_of(entry)) {
      const std::size_t hyphen = code.find('-');
      if (list != CodeList::dac || hyphen == std::string_view::npos || entry.parent.empty())
        continue;
      const auto* donor = gazetteer.find_code(CodeList::dac, code.substr(0, hyphen));
      const auto* state = gazetteer.state_of(entry);
      BOOST_TEST((state == donor || entry.parent == donor->id), entry.id);
    }
}

BOOST_AUTO_TEST_CASE(the_osce_itself_has_its_names) {
  for (const std::string_view name :
       {"OSCE", "The OSCE", "OSZE", "ОБСЕ", "AGİT", "ETYJ", "OVSE", "CSCE",
        "Organization for Security and Co-operation in Europe",
        "Organisation for Security and Cooperation in Europe",
        "ORGANISATION FOR SECURITY AND CO-OPERATION IN EUROPE",
        "Organisation für Sicherheit und Zusammenarbeit in Europa",
        "Организация по безопасности и сотрудничеству в Европе"})
    BOOST_TEST(id_of(name) == "office:osce", name);
}

BOOST_AUTO_TEST_CASE(adjectives_name_nobody) {
  BOOST_TEST(id_of("German") == "none");
  BOOST_TEST(id_of("Norwegian") == "none");
}

BOOST_AUTO_TEST_CASE(agencies_know_their_state) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const auto* sida = gazetteer.find_name("Sida").front();
  BOOST_TEST(gazetteer.state_of(*sida)->id == "state:SE");
  BOOST_TEST(gazetteer.state_of(*gazetteer.find_id("state:SE")) == nullptr);
  BOOST_TEST(gazetteer.state_of(*gazetteer.find_id("agency:undp")) == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
