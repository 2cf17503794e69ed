// SPDX-License-Identifier: Apache-2.0
//
// The gazetteer is data that people edit, so its rules are tests: the counts that the OSCE's own
// lists give, and that no name can mean two bodies.
#include "oscegraph/loader/gazetteer.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>

#include "oscegraph/loader/csv_table.hpp"
#include "oscegraph/loader/source.hpp"

using namespace oscegraph;

namespace {

const std::vector<GazetteerEntry>& entries() { return Gazetteer::instance().entries(); }

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
  }
  for (const auto& [name, ids] : owners)
    BOOST_TEST(ids.size() == 1U,
               "'" << name << "' means " << ids.size() << " bodies, one is " << *ids.begin());
}

BOOST_AUTO_TEST_CASE(every_state_is_named_in_the_six_languages) {
  for (const GazetteerEntry& entry : entries()) {
    if (entry.membership.empty()) continue;
    std::set<std::string_view> languages;
    for (const GazetteerName& name : entry.names)
      if (name.form == NameForm::short_name) languages.insert(name.language);
    for (const std::string_view language : {"en", "fr", "de", "it", "ru", "es"})
      BOOST_TEST((languages.contains(language) || language == "en"),
                 entry.id << " has no name in " << language);
  }
}

// The Holy See has none, and Liechtenstein's is its name.
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

// The loader reads dates leniently ("" when it is none), so that a slip would go unseen without this.
BOOST_AUTO_TEST_CASE(files_are_ordered_and_their_cells_are_clean) {
  for (const std::string name : {"nodes.csv", "names.csv"}) {
    const Source file = read_source(OSCEGRAPH_SOURCE "/loader/gazetteer/" + name);
    CsvTable table(file.text, name);
    std::vector<CsvField> row;
    table.next(row);
    const std::size_t width = row.size();
    std::vector<std::size_t> date_columns;
    for (std::size_t i = 0; i < width; ++i)
      if (row[i].text == "since" || row[i].text == "until") date_columns.push_back(i);
    BOOST_TEST(date_columns.size() == 2U);
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
