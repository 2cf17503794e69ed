// SPDX-License-Identifier: Apache-2.0
//
// Tests which sums of money a sentence contains: exact sums, and sums that the words leave open
// ("?"): ranges, bounds, parts, rates, currencies without a nation, separators that may mean two
// numbers.
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press_sums_found.hpp"

using namespace oscegraph::testing;

namespace {

using Rows = std::vector<std::pair<std::string_view, std::string_view>>;

std::string given(std::string_view words) {
  return sums_in("Norway gave " + std::string(words) + " to the project.");
}

void check_given(const Rows& rows) {
  for (const auto& [words, wanted] : rows) BOOST_TEST(given(words) == wanted, words);
}
void check_sentences(const Rows& rows) {
  for (const auto& [sentence, wanted] : rows) BOOST_TEST(sums_in(sentence) == wanted, sentence);
}
void check_all(std::string_view wanted, const std::vector<std::string_view>& sentences) {
  for (const std::string_view sentence : sentences)
    BOOST_TEST(sums_in(sentence) == wanted, sentence);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_sums)

BOOST_AUTO_TEST_CASE(forms) {
  check_given({
      {"EUR 1.375 million", "1375000.00 EUR"},
      {"EUR 0.750 m", "750000.00 EUR"},
      {"EUR 12.5", "12.50 EUR"},
      {"EUR 2.000.000", "2000000.00 EUR"},
      {"EUR 964.196,22", "964196.22 EUR"},
      {"EUR2.5m", "2500000.00 EUR"},
      {"EUR500,000", "500000.00 EUR"},
      {"CHF1'000'000", "1000000.00 CHF"},
      {"US$2.5m", "2500000.00 USD"},
      {"€3.3bn", "3300000000.00 EUR"},
      {"3.3€", "3.30 EUR"},
      {"5 M€", "5000000.00 EUR"},
      {"50 k€", "50000.00 EUR"},
      {"EURO 5,000", "5000.00 EUR"},
      {"twenty-five thousand euros", "25000.00 EUR"},
      {"1 million 500 thousand euros", "1500000.00 EUR"},
      {"a quarter of a million euros", "250000.00 EUR"},
      {"one and a half million euros", "1500000.00 EUR"},
      {"a 2-million-euro grant", "2000000.00 EUR"},
      {"a total of EUR 5 million", "5000000.00 EUR"},
      {"another EUR 1.5 million", "1500000.00 EUR"},
      {"EUR 40,000 each", "40000.00 EUR"},
      {"JPY 5 million", "5000000 JPY"},
      {"1\xC2\xA0"
       "234\xC2\xA0"
       "567.50 euros",
       "1234567.50 EUR"},
      {"1\xE2\x80\xAF"
       "000 euros",
       "1000.00 EUR"},
  });
  check_sentences({
      {"Die Regierung gibt 20'000 Franken für das Projekt.", "20000.00 CHF"},
      {"Das Projekt kostet 10.000,50 EUR.", "10000.50 EUR"},
      {"Die Regierung spricht 20'000.- Franken für das Projekt.", "20000.00 CHF"},
      {"Норвегия выделила 1,5 млн. долл. США на проект.", "1500000.00 USD"},
      {"Norwegen gibt fünfundzwanzigtausend Euro für das Projekt.", "25000.00 EUR"},
      {"Norwegen gibt 2 Mio. 300 Tsd. Euro für das Projekt.", "2300000.00 EUR"},
      {"La Norvège a donné quatre-vingt-dix mille euros au projet.", "90000.00 EUR"},
      {"La Norvège a donné 1 234,50 euros au projet.", "1234.50 EUR"},
      {"La Norvège a donné un million et demi d'euros au projet.", "1500000.00 EUR"},
      {"La Norvegia ha dato duecentocinquantamila euro al progetto.", "250000.00 EUR"},
      {"Noruega dio veinticinco mil euros al proyecto.", "25000.00 EUR"},
      {"Норвегия выделила двадцать пять тысяч евро на проект.", "25000.00 EUR"},
      {"Норвегия выделила полмиллиона евро на проект.", "500000.00 EUR"},
      {"Since 2014 USD 5 million has gone to the project.", "5000000.00 USD"},
      {"In 2024 500 000 euros went to the project.", "500000.00 EUR"},
      {"In 2024, 5 million euros went to the project.", "5000000.00 EUR"},
      {"Norway handed over 5,000 euros.", "5000.00 EUR"},
      {"The course is part of a EUR 2 million project.", "2000000.00 EUR"},
      {"Il progetto riceve 5.000 euro per il corso.", "5000.00 EUR"},
      {"Norway gave EUR 50,000 to 10 schools.", "50000.00 EUR"},
      {"Norwegen gibt 50.000 Euro bis 2026.", "50000.00 EUR"},
      {"Norway gave EUR 5 million, or 10 per cent of the budget.", "5000000.00 EUR"},
      {"Norway gave EUR 100,000 and Switzerland CHF 200,000.", "100000.00 EUR, 200000.00 CHF"},
      {"Norway gave EUR 100,000, CHF 200,000 and SEK 300,000.",
       "100000.00 EUR, 200000.00 CHF, 300000.00 SEK"},
  });
}

BOOST_AUTO_TEST_CASE(marks_that_leave_doubt) {
  check_given({{"EUR 1,500 million", "?"},
               {"EUR 1.375,5 million", "?"},
               {"1.375 euros", "?"},  // English has a comma there
               {"EUR 1,50,000", "none"},
               {"EUR 5th", "none"},
               {"EUR 12.05.2024", "none"},
               {"KWD 1,375", "?"}});
  check_sentences({{"Die Regierung gibt 1.375 Millionen Euro für das Projekt.", "?"},
                   {"El Gobierno dio 1.375 millones de euros al proyecto.", "?"},
                   {"Die Regierung gibt 1.375 Euro für das Projekt.", "1375.00 EUR"},
                   {"Die Regierung gibt 1,375 Euro für das Projekt.", "?"}});
}

BOOST_AUTO_TEST_CASE(ranges) {
  for (const std::string_view words :
       {"EUR 2-3 million", "EUR 2–3 million", "EUR 2 to 3 million", "2 to 3 million euros",
        "between EUR 2 and 3 million", "between 2 and 3 million euros",
        "between EUR 2 million and EUR 3 million", "from EUR 5,000 to EUR 10,000",
        "from 5,000 to 10,000 euros", "EUR 5,000 to 10,000", "€2m-€3m", "€2m–3m",
        "EUR 2 million - EUR 3 million", "2 or 3 million euros", "two or three million euros",
        "EUR 2/3 million", "2, 3 and 5 million euros", "5,000-10,000 euros",
        "five to ten thousand euros"}) {
    const std::string found = given(words);
    BOOST_TEST((found == "?" || found == "none" || found == "?, ?"), words << ": " << found);
  }
  check_all("?", {"Norwegen gibt zwischen 2 und 3 Millionen Euro für das Projekt.",
                  "Norwegen gibt 2 bis 3 Millionen Euro für das Projekt.",
                  "Norwegen gibt 5.000 bis 10.000 Euro für das Projekt.",
                  "La Norvège donne de 2 à 3 millions d'euros au projet.",
                  "La Norvège donne entre 2 et 3 millions d'euros au projet.",
                  "La Norvège donne deux ou trois millions d'euros au projet.",
                  "La Norvegia dà da 2 a 3 milioni di euro al progetto.",
                  "La Norvegia dà tra 5.000 e 10.000 euro al progetto.",
                  "Noruega da de 2 a 3 millones de euros al proyecto.",
                  "Noruega da entre 2 y 3 millones de euros al proyecto.",
                  "Норвегия выделила от 2 до 3 миллионов евро на проект.",
                  "Норвегия выделила 2-3 млн евро на проект.",
                  "Норвегия выделила 2–3 млн евро на проект."});
}

BOOST_AUTO_TEST_CASE(bounds) {
  for (const std::string_view words : {"up to",
                                       "more than",
                                       "over",
                                       "at least",
                                       "almost",
                                       "nearly",
                                       "about",
                                       "around",
                                       "some",
                                       "approximately",
                                       "roughly",
                                       "close to",
                                       "less than",
                                       "a minimum of",
                                       "as much as",
                                       "not more than",
                                       "no more than",
                                       "half of",
                                       "part of",
                                       "a third of",
                                       "two thirds of",
                                       "double",
                                       "three times",
                                       "10 per cent of",
                                       "an estimated",
                                       "in excess of",
                                       "just under",
                                       "up to a total of",
                                       "an average of",
                                       "~",
                                       ">",
                                       "<",
                                       "≈",
                                       "several times",
                                       "most of"})
    BOOST_TEST(given(std::string(words) + " EUR 2 million") == "?", words);
  for (const std::string_view words :
       {"EUR 2 million or more", "EUR 5 million plus", "EUR 100,000+", "EUR 100,000 or so",
        "EUR ~5 million", "EUR 5 million (approx.)", "over a million euros", "millions of euros",
        "several million euros", "hundreds of thousands of euros", "tens of millions of euros",
        "EUR about 5 million", "half of the EUR 2 million"})
    BOOST_TEST(given(words) == "?", words);
  check_all("?", {"Norwegen gibt rund 2 Millionen Euro für das Projekt.",
                  "Norwegen gibt etwa 2 Millionen Euro für das Projekt.",
                  "Norwegen gibt knapp 2 Millionen Euro für das Projekt.",
                  "Norwegen gibt über 2 Millionen Euro für das Projekt.",
                  "Norwegen gibt bis zu 2 Millionen Euro für das Projekt.",
                  "Norwegen gibt mehr als 2 Millionen Euro für das Projekt.",
                  "Norwegen gibt mindestens 50.000 Euro für das Projekt.",
                  "Norwegen gibt höchstens 50.000 Euro für das Projekt.",
                  "Norwegen gibt die Hälfte der 2 Millionen Euro für das Projekt.",
                  "Norwegen gibt mehrere Millionen Euro für das Projekt.",
                  "La Norvège donne environ 2 millions d'euros au projet.",
                  "La Norvège donne près de 2 millions d'euros au projet.",
                  "La Norvège donne plus de 2 millions d'euros au projet.",
                  "La Norvège donne jusqu'à 50 000 euros au projet.",
                  "La Norvège donne quelque 50 000 euros au projet.",
                  "La Norvège donne 50 000 euros environ au projet.",
                  "La Norvège donne la moitié de 2 millions d'euros au projet.",
                  "La Norvegia dà circa 50.000 euro al progetto.",
                  "La Norvegia dà oltre 50.000 euro al progetto.",
                  "La Norvegia dà quasi 50.000 euro al progetto.",
                  "La Norvegia dà fino a 50.000 euro al progetto.",
                  "La Norvegia dà più di 50.000 euro al progetto.",
                  "Noruega da alrededor de 50.000 euros al proyecto.",
                  "Noruega da más de 50.000 euros al proyecto.",
                  "Noruega da casi 50.000 euros al proyecto.",
                  "Noruega da hasta 50.000 euros al proyecto.",
                  "Noruega da unos 50.000 euros al proyecto.",
                  "Норвегия выделила более 2 млн евро на проект.",
                  "Норвегия выделила около 2 млн евро на проект.",
                  "Норвегия выделила около миллиона евро на проект.",
                  "Норвегия выделила почти 2 млн евро на проект.",
                  "Норвегия выделила до 2 млн евро на проект.",
                  "Норвегия выделила свыше 2 млн евро на проект.",
                  "Норвегия выделила примерно 2 млн евро на проект.",
                  "Норвегия выделила порядка 2 млн евро на проект.",
                  "Норвегия выделила не менее 2 млн евро на проект.",
                  "Норвегия выделила половину от 2 млн евро на проект.",
                  "Норвегия выделила 2 млн с лишним евро на проект и 5 млн евро или более."});
}

BOOST_AUTO_TEST_CASE(portions_and_sums_of_several_purposes) {
  check_given({{"half of the project's budget of EUR 5 million", "?"},
               {"50 per cent of the total cost of EUR 5 million", "?"},
               {"three grants of EUR 5,000", "?"},
               {"EUR 5 million more than Sweden", "?"},
               {"EUR 2, 3 and 5 million", "?"},
               {"EUR 1 million, of which EUR 200,000 goes", "?, 200000.00 EUR"},
               {"EUR 1 million, including EUR 200,000 for boats,", "?, 200000.00 EUR"},
               {"in addition to the EUR 50,000 of Sweden EUR 20,000", "?, 20000.00 EUR"},
               {"one of the three million euros", "?"}});
  check_all("?", {"Norwegen gibt drei Zuschüsse von 5.000 Euro.",
                  "La Norvège donne trois subventions de 5 000 euros.",
                  "La Norvège donne plus d'un million d'euros."});
}

BOOST_AUTO_TEST_CASE(rates) {
  for (const std::string_view words :
       {"USD 3 a day", "EUR 500 a month", "EUR 5,000 per year", "EUR 5 per participant",
        "EUR 5,000 each year", "EUR 5,000 every month", "EUR 5,000 annually", "EUR 5,000/month",
        "EUR 5,000 p.a.", "EUR 5,000 for each school", "an annual contribution of EUR 5,000"})
    BOOST_TEST(given(words) == "?", words);
  check_all("?", {"Norwegen gibt 5.000 Euro pro Jahr für das Projekt.",
                  "Norwegen gibt jährlich 5.000 Euro für das Projekt.",
                  "Norwegen gibt jedes Jahr 5.000 Euro für das Projekt.",
                  "La Norvège donne 5 000 euros par an au projet.",
                  "La Norvège donne chaque année 5 000 euros au projet.",
                  "La Norvegia dà 5.000 euro all'anno al progetto.",
                  "La Norvegia dà 5.000 euro per partecipante al progetto.",
                  "Noruega da 5.000 euros al año al proyecto.",
                  "Норвегия выделяет 5 000 евро в год на проект.",
                  "Норвегия ежегодно выделяет 5 000 евро на проект."});
  BOOST_TEST(given("EUR 5 per cent") == "none");
  BOOST_TEST(given("EUR 5%") == "none");
}

BOOST_AUTO_TEST_CASE(one_sum_in_two_currencies) {
  check_given({{"USD 5.6 million (EUR 5 million)", "5600000.00 USD"},
               {"DKK 38 million (about USD 5.6 million)", "38000000.00 DKK"},
               {"DKK 38 million, or USD 5.6 million,", "38000000.00 DKK"},
               {"DKK 38 million (the equivalent of USD 5.6 million)", "38000000.00 DKK"},
               {"about DKK 38 million (USD 5.6 million)", "?"},
               {"USD 5 million / EUR 4.6 million", "5000000.00 USD"}});
  BOOST_TEST(sums_in("Норвегия выделит 12 млн норвежских крон - более 9 млн сомони - на проект.") ==
             "12000000.00 NOK");
}

BOOST_AUTO_TEST_CASE(capital_words_are_no_currencies) {
  check_all("none",
            {"OSCE TRAINS 40 TOP OFFICERS WITH FUNDING FROM NORWAY", "ALL 40 OFFICERS PASSED",
             "40 ALL TOLD", "THE CUP 2024", "20 MAD DOGS", "OSCE HELPS 5,000 TOP OFFICERS",
             "The event took place at COP 29 in Baku.", "It supports SDG 16 and SDG 5.",
             "It trained 2,000 THB experts in Skopje.", "The 5,000 CVE officers met.",
             "PEN 2 million readers", "The CAD 40 course", "Norway won the EURO 2024 tender.",
             "TRY 50 NEW GEL PENS", "Contact the SOS 24 line.", "all 40 officers"});
  check_given({{"GEL 50,000", "50000.00 GEL"},
               {"50,000 GEL", "50000.00 GEL"},
               {"TRY 2 million", "2000000.00 TRY"},
               {"MDL 1.5 million", "1500000.00 MDL"},
               {"ALL 5,000,000", "5000000.00 ALL"}});
  BOOST_TEST(sums_in("NORWAY GIVES EUR 5 MILLION TO THE PROJECT") == "5000000.00 EUR");
}

BOOST_AUTO_TEST_CASE(units_of_several_countries) {
  check_given({{"2 million Norwegian kroner", "2000000.00 NOK"},
               {"2 million Swedish kronor", "2000000.00 SEK"},
               {"2 million kroner", "?"},
               {"2 million dollars", "2000000.00 USD"},
               {"2 million Canadian dollars", "2000000.00 CAD"},
               {"C$2 million", "2000000.00 CAD"},
               {"a $5 million grant", "5000000.00 USD"},
               {"T$5 million", "?"},
               {"2 million Ruritanian dollars", "none"},
               {"500 pounds of explosives", "none"},
               {"a 500-pound bomb", "none"},
               {"500 pounds", "500.00 GBP"},
               {"500 pounds sterling", "500.00 GBP"},
               {"2 million francs", "?"},
               {"2 million Swiss francs", "2000000.00 CHF"},
               {"50,000 Turkish lira", "50000.00 TRY"},
               {"2 million convertible marks", "2000000.00 BAM"}});
  check_sentences({
      {"Canada gave 3 million dollars to the project.", "?"},
      {"Canada gave $3 million to the project.", "?"},
      {"Canada gave US$3 million to the project.", "3000000.00 USD"},
      {"La Suisse a octroyé 1,2 million de francs à l'Académie.", "1200000.00 CHF"},
      {"La Norvège a donné 3 millions de dollars canadiens au projet.", "3000000.00 CAD"},
      {"La Norvège a donné 3 millions de dollars ruritaniens au projet.", "?"},
      {"La Norvège a donné 3 millions de couronnes norvégiennes au projet.", "3000000.00 NOK"},
      {"Norwegen gibt 3 Millionen dänische Kronen für das Projekt.", "3000000.00 DKK"},
      {"Norwegen gibt 3 Millionen Kronen für das Projekt.", "?"},
      {"La Norvegia dà 3 milioni di corone svedesi al progetto.", "3000000.00 SEK"},
      {"Noruega da 3 millones de coronas suecas al proyecto.", "3000000.00 SEK"},
      {"Норвегия выделила 3 млн норвежских крон на проект.", "3000000.00 NOK"},
      {"Норвегия выделила 3 млн швейцарских франков на проект.", "3000000.00 CHF"},
      {"Норвегия выделила 3 млн канадских долларов на проект.", "3000000.00 CAD"},
      {"Норвегия выделила 3 млн сомони на проект.", "3000000.00 TJS"},
      {"Норвегия выделила 3 млн тенге на проект.", "3000000.00 KZT"},
      {"Норвегия выделила 3 млн сомов на проект.", "3000000.00 KGS"},
  });
}

BOOST_AUTO_TEST_CASE(numbers_that_are_no_sums) {
  check_all("none", {"Call +43 1 514 36 or write.", "Since 2014 it trained 2,000 people.",
                     "The law of 12.05.2024 holds.", "Norway gave 3.3 million.",
                     "It is 5 km from Euro Square.", "Article 5 Euro-Atlantic security"});
}

BOOST_AUTO_TEST_SUITE_END()
