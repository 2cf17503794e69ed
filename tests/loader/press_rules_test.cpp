// SPDX-License-Identifier: Apache-2.0
//
// Tests each row of patterns.csv and inferences.csv. A row contains its own test: an example in
// which it must find a claim, and a counter-example in which it must find none.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "oscegraph/loader/embedded/embedded_rows.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/press/extract.hpp"
#include "oscegraph/loader/press/sentences/body_type.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "press_found.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

bool fires(std::string_view text, std::string_view rule) {
  return std::ranges::any_of(extract(text, {}).claims,
                             [&](const FoundClaim& claim) { return claim.rule == rule; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_rules)

BOOST_AUTO_TEST_CASE(every_row_finds_its_example_and_leaves_its_counter_example) {
  for (const PatternRow& row : Knowledge::instance().rows()) {
    BOOST_TEST(fires(row.example, row.name), row.name << " misses its example: " << row.example);
    const bool wrong = row.says == Says::funds ? !funders(row.counter_example).empty()
                                               : fires(row.counter_example, row.name);
    BOOST_TEST(!wrong, row.name << " fires on its counter-example: " << row.counter_example);
  }
}

BOOST_AUTO_TEST_CASE(every_inference_is_drawn_from_its_example_and_not_from_its_counter_example) {
  for (const Rule& rule : Knowledge::instance().inferences()) {
    BOOST_TEST(fires(rule.example, rule.name), rule.name << " misses its example");
    BOOST_TEST(!fires(rule.counter_example, rule.name),
               rule.name << " fires on its counter-example");
  }
}

BOOST_AUTO_TEST_CASE(names_of_rows_are_unique) {
  std::set<std::string_view> names;
  for (const PatternRow& row : Knowledge::instance().rows())
    BOOST_TEST(names.insert(row.name).second, row.name);
  for (const Rule& rule : Knowledge::instance().inferences())
    BOOST_TEST(names.insert(rule.name).second, rule.name);
}

BOOST_AUTO_TEST_CASE(every_set_of_words_is_asked_about_and_every_class_has_one) {
  std::set<std::string> asked;
  for (const TableWord<WordClass>& row : word_classes) asked.insert(std::string(row.word));
  for (const PatternRow& row : Knowledge::instance().rows())
    for_each_part(row.pattern, ' ', [&](std::string_view element) {
      for_each_part(element, '|', [&](std::string_view choice) {
        choice = choice.substr(0, choice.find_last_not_of("?*") + 1);
        choice.remove_prefix(std::min(choice.find_first_not_of('^'), choice.size()));
        if (choice.starts_with('$')) asked.insert(std::string(choice.substr(1)));
      });
    });
  std::set<std::string> sets{std::string(name_of(WordClass::currency))};  // see currencies.csv
  for_each_row("words.csv", [&](std::vector<CsvField>& row) {
    sets.insert(std::string(row[0].text));
    BOOST_TEST(asked.contains(std::string(row[0].text)), "nobody asks about " << row[0].text);
  });
  for (const std::string& name : asked) BOOST_TEST(sets.contains(name), "no words of " << name);
}

BOOST_AUTO_TEST_CASE(every_type_of_body_is_in_the_gazetteer) {
  for (const BodyType& type : body_types)
    BOOST_TEST(
        std::ranges::count(Gazetteer::instance().entries(), type.name, &GazetteerEntry::type) > 0,
        type.name);
}

BOOST_AUTO_TEST_CASE(a_text_may_end_with_those_who_pay) {
  BOOST_TEST(funders("financed by the Norwegian and Swedish governments") == "NO SE");
}

BOOST_AUTO_TEST_CASE(lists_and_channels) {
  BOOST_TEST(funders("The project is funded by France, Germany and the United States.") ==
             "DE FR US");
  BOOST_TEST(
      funders(
          "Those that paid for the project \"Clean Rivers\" gave money; it is funded by Norway, "
          "Sweden through its International Development Cooperation Agency, and Spain.") ==
      "ES NO SE");
  BOOST_TEST(
      funders("The project is funded by Sweden, and the OSCE Mission to Serbia will run it.") ==
      "SE");
  BOOST_TEST(funders("The project is funded by the Embassy of Poland in Serbia.") == "PL");
  BOOST_TEST(
      funders("The project is funded by Germany and implemented by the OSCE Mission to Serbia.") ==
      "DE");
}

BOOST_AUTO_TEST_CASE(short_words_that_are_no_names) {
  BOOST_TEST(funders("The project is funded by us.") == "");
  BOOST_TEST(funders("Le projet a eu lieu, financé par nous.") == "");
  BOOST_TEST(funders("Il progetto è nato, finanziato da noi.") == "");
  BOOST_TEST(funders("The project is funded by the US.") == "US");
  BOOST_TEST(funders("The project is funded by the EU.") == "donor:eu");
}

BOOST_AUTO_TEST_CASE(those_who_are_there_do_not_pay) {
  for (const std::string_view text : {
           "Participants from Austria, Italy and Norway attended the project's course.",
           "The meeting of the project was chaired by Germany and hosted by Austria.",
           "The Ministry of Interior of Serbia opened the event of the project.",
           "Experts from Norway taught the course of the project.",
           "The project's study visit went to Milan, Italy.",
           "Supported by the OSCE Mission to Serbia, the project began.",
           "With the support of the Ministry of Internal Affairs of Tajikistan, the OSCE Programme "
           "Office in "
           "Dushanbe began a project.",
           "The project needs funding from Norway.",
           "Norway has not funded the project.",
           "Albania Andorra Armenia Austria Azerbaijan Belarus Belgium",
       })
    BOOST_TEST(funders(text) == "", text);
}

BOOST_AUTO_TEST_CASE(donors_of_one_item_do_not_reach_the_next) {
  const Found found = extract(
      "The OSCE Mission to Serbia held a course of the project \"Clean Rivers\", funded by "
      "Norway.\n\n"
      "The OSCE Programme Office in Dushanbe held a course of the project \"High Hills\".",
      {});
  for (const FoundClaim& claim : found.claims) {
    if (claim.to == "project:high-hills") BOOST_TEST(claim.from == "office:dushanbe");
    if (claim.from == "office:dushanbe") BOOST_TEST(claim.to == "project:high-hills");
  }
}

BOOST_AUTO_TEST_CASE(the_same_text_gives_the_same_claims) {
  const std::string text = "The project \"Clean Rivers\" is funded by France, Germany and Norway.";
  const Found once = extract(text, {});
  const Found again = extract(text, {});
  BOOST_REQUIRE_EQUAL(once.claims.size(), again.claims.size());
  for (std::size_t i = 0; i < once.claims.size(); ++i) {
    BOOST_TEST(once.claims[i].from == again.claims[i].from);
    BOOST_TEST(once.claims[i].begin == again.claims[i].begin);
  }
}

BOOST_AUTO_TEST_SUITE_END()
