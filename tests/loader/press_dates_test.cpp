// SPDX-License-Identifier: Apache-2.0
//
// Tests periods in sentences: which words are months, and when a number of four digits is a year.
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

using namespace oscegraph;
using namespace oscegraph::press;

namespace {

std::string period(std::string_view sentence) {
  std::vector<Token> tokens;
  Knowledge::instance().lexicon().tokens(sentence, tokens);
  const Period found = find_period(sentence, tokens, 0, static_cast<std::uint32_t>(tokens.size()));
  return found.start.text() + (found.end.known() ? " to " + found.end.text() : "");
}

std::string date(std::string_view text) {
  std::vector<Token> tokens;
  Knowledge::instance().lexicon().tokens(text, tokens);
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const auto found = date_at(text, tokens, 0, count);
  if (!found) return "none";
  return found->date.text() + (found->end == count ? "" : " and more");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_dates)

BOOST_AUTO_TEST_CASE(names_of_months_are_whole_words) {
  for (const std::string_view text :
       {"Decani 2020",     "Maya 2019",     "Marsh 2020", "Augustin 2014",   "Octavia 2015",
        "Junge 2020",      "Mart 2015",     "Mare 2015",  "Sept-Îles 2015",  "Januarius 2020",
        "Marina 2020",     "Novi 2021",     "Julia 2014", "Aprilia 2014",    "Margarita 5, 2014",
        "Decembrist 2020", "Марина 2020",   "Мария 2020", "Декларация 2020", "Новый 2020",
        "Майя 2020",       "Сенат 2014",    "may 2014",   "Junior 2014",     "Sepp 2014",
        "Okta 2014",       "Dezernat 2014", "Febre 2014"})
    BOOST_TEST(date(text) == "none", text);
  for (const auto& [text, wanted] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"December 2020", "2020-12"},
           {"Dec. 2020", "2020-12"},
           {"May 2014", "2014-05"},
           {"Sept 2014", "2014-09"},
           {"22 November 2024", "2024-11-22"},
           {"November 22, 2024", "2024-11-22"},
           {"1st September 2022", "2022-09-01"},
           {"1er janvier 2024", "2024-01-01"},
           {"22. Februar 2024", "2024-02-22"},
           {"im", "none"},
           {"März 2020", "2020-03"},
           {"août 2020", "2020-08"},
           {"déc. 2020", "2020-12"},
           {"maggio 2020", "2020-05"},
           {"22 de noviembre de 2024", "2024-11-22"},
           {"mayo de 2020", "2020-05"},
           {"22 ноября 2024", "2024-11-22"},
           {"ноябре 2016", "2016-11"},
           {"маем 2016", "2016-05"},
           {"15.08.2025", "2025-08-15"},
           {"31 November 2024", "none"},
           {"1,950", "none"}})
    BOOST_TEST(date(text) == wanted, text);
}

BOOST_AUTO_TEST_CASE(periods) {
  for (const auto& [sentence, wanted] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"It ran from 2014 to 2016.", "2014 to 2016"},
           {"It ran 2014-2016.", "2014 to 2016"},
           {"It ran (2014–2016) in Skopje.", "2014 to 2016"},
           {"It ran between 2014 and 2016.", "2014 to 2016"},
           {"It ran in 2014/15.", "2014 to 2015"},
           {"It ran in 2014/2015.", "2014 to 2015"},
           {"It has run since 2014.", "2014"},
           {"Since 2014, it has run.", "2014"},
           {"Since May 2014 it has run.", "2014-05"},
           {"Es läuft seit 2014 mit Erfolg.", "2014"},
           {"Es läuft von 2014 bis 2016.", "2014 to 2016"},
           {"Il dure de 2014 à 2016.", "2014 to 2016"},
           {"Dura dal 2014 al 2016.", "2014 to 2016"},
           {"Dura desde mayo de 2014.", "2014-05"},
           {"Выделит с 2014 по 2016 год 12 млн крон.", "2014 to 2016"},
           {"Между 2014 и 2016 годами.", "2014 to 2016"},
           {"From 1 September 2022 to 31 August 2024.", "2022-09-01 to 2024-08-31"},
           {"November 2018 - December 2026", "2018-11 to 2026-12"},
           // No periods.
           {"Norway has funded it since Decani 2020.", ""},
           {"It has trained since 2000 people are too many.", ""},
           {"From 2000 to 2100 participants came.", ""},
           {"Between 1950 and 2000 officers came.", ""},
           {"Since 2000% is much.", ""},
           {"Call 43-2014-2016.", ""},
           {"It helped 2000 and 2014 families.", ""},
           {"It has 1,950 officers.", ""},
           {"С 2000 участников.", ""},
           {"Seit 2000 Menschen kamen, lief es.", ""},
           {"Von 2000 bis 2100 Menschen kamen.", ""}})
    BOOST_TEST(period(sentence) == wanted, sentence);
}

BOOST_AUTO_TEST_SUITE_END()
