// SPDX-License-Identifier: Apache-2.0
//
// Tests the normalising of names, and the index that finds nodes by exact or normalised names.
#include "oscegraph/graph/text/names.hpp"

#include <boost/test/unit_test.hpp>

#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using Keys = std::vector<std::uint32_t>;

BOOST_AUTO_TEST_SUITE(names_test)

BOOST_AUTO_TEST_CASE(normalising_forgets_what_does_not_tell_names_apart) {
  BOOST_TEST(normalise_name("the OSCE Mission to Skopje") == "mission to skopje");
  BOOST_TEST(normalise_name("MISSION  TO\tSKOPJE") == "mission to skopje");
  BOOST_TEST(normalise_name("Türkiye") == "turkiye");
  BOOST_TEST(normalise_name("Tu\u0308rkiye") == "turkiye");  // decomposed
  BOOST_TEST(normalise_name("U.S.") == "u s");
  BOOST_TEST(normalise_name("Co-ordinator") == "co ordinator");
  BOOST_TEST(normalise_name("Women's") == "womens");
  BOOST_TEST(normalise_name("Women’s") == "womens");
  BOOST_TEST(normalise_name("Łódź, Ørsted & Đà") == "lodz orsted da");
  BOOST_TEST(normalise_name("Straße") == "strasse");
  BOOST_TEST(normalise_name("ОБСЕ Центр") == "центр");
  BOOST_TEST(normalise_name("16 Days") == "16 days");
  BOOST_TEST(normalise_name("") == "");
  BOOST_TEST(normalise_name("--") == "");
}

BOOST_AUTO_TEST_CASE(a_name_of_dropped_words_only_keeps_them) {
  BOOST_TEST(normalise_name("The OSCE") == "the osce");
  BOOST_TEST(normalise_name("ОБСЕ") == "обсе");
  BOOST_TEST(normalise_name("the Fund of the OSCE") == "fund of");
  BOOST_TEST(normalise_name("thea oscer") == "thea oscer");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_separate_words) {
  BOOST_TEST(normalise_name("T\xFFrkiye") == "t rkiye");
}

// Folding each character alone, between letters, gives the same as folding a text of all
// characters.
BOOST_AUTO_TEST_CASE(a_text_is_folded_as_its_characters_are) {
  test::Random random(3);
  static const std::vector<std::string> characters{"a",      "Z",
                                                   "9",      " ",
                                                   "-",      "'",
                                                   "’",      "/",
                                                   "\"",     "é",
                                                   "Ł",      "Ø",
                                                   "Æ",      "ß",
                                                   "İ",      "ı",
                                                   "Ц",      "й",
                                                   "ﬁ",      "½",
                                                   "´",      "中",
                                                   "ﷺ",      "\u0308",
                                                   "\u00A0", std::string(1, '\0'),
                                                   "\xFF",   "\x80"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    std::string folded;  // a blank for each run of separators
    for (std::uint32_t i = random.below(30); i > 0; --i) {
      const std::string& c =
          characters[random.below(static_cast<std::uint32_t>(characters.size()))];
      text += c;
      const std::string between = fold_words("x" + c + "x");
      folded += between.substr(1, between.size() - 2);
    }
    std::string expected;
    for (const std::string_view word : words_in(std::string_view(folded)))
      expected.append(expected.empty() ? "" : " ").append(word);
    BOOST_REQUIRE_EQUAL(fold_words(text), expected);
  }
}

BOOST_AUTO_TEST_CASE(normalising_twice_changes_nothing) {
  for (const std::string_view name :
       {"the OSCE Mission to Skopje", "Türkiye", "U.S.", "The OSCE", "Straße", "ОБСЕ Центр",
        "The the OSCE", "T\xFFrkiye", "Ærø"}) {
    const std::string once = normalise_name(name);
    BOOST_TEST(normalise_name(once) == once);
  }
}

BOOST_AUTO_TEST_CASE(the_exact_spelling_wins_over_the_normalised_one) {
  NameIndex index;
  index.add("US", 1);
  index.add("us", 2);
  index.add("The Mission", 3);
  BOOST_TEST(index.find("US") == (Keys{1}), boost::test_tools::per_element());
  BOOST_TEST(index.find("us") == (Keys{2}), boost::test_tools::per_element());
  BOOST_TEST(index.find("Us") == (Keys{1, 2}), boost::test_tools::per_element());
  BOOST_TEST(index.find("mission") == (Keys{3}), boost::test_tools::per_element());
  BOOST_TEST(index.find("nothing like it").empty());
}

BOOST_AUTO_TEST_CASE(one_name_may_lead_to_several_and_adding_again_changes_nothing) {
  NameIndex index;
  index.add("Georgia", 1);
  index.add("Georgia", 2);
  index.add("Georgia", 1);
  index.add("", 9);
  BOOST_TEST(index.find("Georgia") == (Keys{1, 2}), boost::test_tools::per_element());
  BOOST_TEST(index.find("GEORGIA") == (Keys{1, 2}), boost::test_tools::per_element());
  BOOST_TEST(index.size() == 1U);
  BOOST_TEST(index.find("").empty());
}

BOOST_AUTO_TEST_CASE(unknown_names_have_neighbours) {
  NameIndex index;
  index.add("Norway", 1);
  index.add("Sweden", 2);
  const auto near = index.nearest("Norwey");
  BOOST_REQUIRE(near.size() == 1U);
  BOOST_TEST(near.front() == "Norway");
}

BOOST_AUTO_TEST_SUITE_END()
