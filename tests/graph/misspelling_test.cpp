// SPDX-License-Identifier: Apache-2.0
//
// Tests which known name a misspelt name stands for, and when it stands for none.
#include "oscegraph/graph/text/misspelling.hpp"

#include <boost/test/unit_test.hpp>
#include <string_view>

using oscegraph::KnownSpellings;

namespace {

std::string_view meant_by(std::string_view name) {
  static const KnownSpellings known = [] {
    KnownSpellings names;
    for (const char* name_ : {"Norway", "Türkiye", "Mission to Skopje", "Mission to Serbia", "EU",
                              "Border training, phase 2", "Bosna", "Bosnia"})
      names.add(name_);
    return names;
  }();
  return known.meant_by(name).value_or("");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(misspelling)

BOOST_AUTO_TEST_CASE(slips_lead_to_the_name_that_was_meant) {
  BOOST_TEST(meant_by("Norwey") == "Norway");
  BOOST_TEST(meant_by("Nowray") == "Norway");
  BOOST_TEST(meant_by("NORWAYY") == "Norway");
  BOOST_TEST(meant_by("Turkyie") == "Türkiye");
  BOOST_TEST(meant_by("the OSCE Misson to Skopie") == "Mission to Skopje");
}

BOOST_AUTO_TEST_CASE(other_names_lead_nowhere) {
  BOOST_TEST(meant_by("Norse") == "");
  BOOST_TEST(meant_by("Mission to Samara") == "");
  BOOST_TEST(meant_by("") == "");
  // Two letters of two differ easily.
  BOOST_TEST(meant_by("EC") == "");
}

BOOST_AUTO_TEST_CASE(a_known_name_is_no_misspelling) {
  BOOST_TEST(meant_by("mission to SKOPJE") == "");
  BOOST_TEST(meant_by("Bosna") == "");
}

BOOST_AUTO_TEST_CASE(digits_tell_things_apart) {
  BOOST_TEST(meant_by("Border training, phase 3") == "");
  BOOST_TEST(meant_by("Border trainnig, phase 2") == "Border training, phase 2");
}

BOOST_AUTO_TEST_CASE(of_equally_near_names_the_first) {
  BOOST_TEST(meant_by("Bosnja") == "Bosna");
  BOOST_TEST(meant_by("Bosnica") == "Bosnia");
}

BOOST_AUTO_TEST_SUITE_END()
