// SPDX-License-Identifier: Apache-2.0
//
// Tests the tables of kinds, relations and flows: names, values and allowed ends.
#include "oscegraph/graph/values/vocabulary.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(vocabulary_test)

BOOST_AUTO_TEST_CASE(every_row_stands_at_its_value_and_every_name_is_read_back) {
  for (std::size_t i = 0; i < kinds().size(); ++i) {
    BOOST_TEST(static_cast<std::size_t>(kinds()[i].kind) == i);
    BOOST_TEST((parse_kind(kinds()[i].name) == kinds()[i].kind));
    BOOST_TEST(name_of(kinds()[i].kind) == kinds()[i].name);
  }
  for (std::size_t i = 0; i < relations().size(); ++i) {
    BOOST_TEST(static_cast<std::size_t>(relations()[i].relation) == i);
    BOOST_TEST((parse_relation(relations()[i].name) == relations()[i].relation));
    BOOST_TEST(!relations()[i].inverse.empty());
  }
  for (std::size_t i = 0; i < flows().size(); ++i) {
    BOOST_TEST(static_cast<std::size_t>(flows()[i].flow) == i);
    BOOST_TEST((parse_flow(flows()[i].name) == flows()[i].flow));
  }
  for (const Basis basis : {Basis::stated, Basis::inferred})
    BOOST_TEST((parse_basis(name_of(basis)) == basis));
}

BOOST_AUTO_TEST_CASE(other_words_are_not_read) {
  BOOST_TEST(!parse_kind("State").has_value());
  BOOST_TEST(!parse_relation("").has_value());
  BOOST_TEST(!parse_flow("in kind").has_value());
  BOOST_TEST(!parse_basis("guessed").has_value());
}

BOOST_AUTO_TEST_CASE(each_relation_joins_exactly_the_kinds_it_says) {
  const std::set<std::string> allowed{
      "state funds project",        "state funds office",        "state funds agency",
      "state funds state",          "donor funds project",       "donor funds office",
      "donor funds agency",         "donor funds state",         "agency funds project",
      "agency funds office",        "agency funds agency",       "agency funds state",
      "office funds project",       "office funds office",       "office funds agency",
      "office funds state",         "office implements project", "agency implements project",
      "state implements project",   "donor implements project",  "agency partners project",
      "agency partners office",     "agency partners agency",    "office partners project",
      "office partners office",     "office partners agency",    "state partners project",
      "state partners office",      "state partners agency",     "donor partners project",
      "donor partners office",      "donor partners agency",     "project assists state",
      "project assists agency",     "office assists state",      "office assists agency",
      "state hosts office",         "office part_of office",     "project part_of project",
      "agency part_of agency",      "agency part_of state",      "state part_of state",
      "project channels_to project"};
  std::set<std::string> found;
  for (const RelationRow& row : relations())
    for (const KindRow& from : kinds())
      for (const KindRow& to : kinds())
        if (allows(row.relation, from.kind, to.kind))
          found.insert(std::string(from.name) + ' ' + std::string(row.name) + ' ' +
                       std::string(to.name));
  BOOST_TEST(found == allowed, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(words_are_counted_by_their_tables) {
  BOOST_TEST((last_word<Kind> == Kind::agency));
  BOOST_TEST((last_word<Relation> == Relation::channels_to));
  BOOST_TEST((last_word<Flow> == Flow::in_kind));
  BOOST_TEST((last_word<Basis> == Basis::inferred));
  BOOST_TEST((last_word<Review> == Review::corrected));
}

BOOST_AUTO_TEST_CASE(allowed_ends_are_said_in_words) {
  BOOST_TEST(allowed_ends(Relation::funds) ==
             "state, donor, agency or office to project, office, agency or state");
  BOOST_TEST(allowed_ends(Relation::part_of) ==
             "office to office; project to project; agency to agency or state; state to state");
}

BOOST_AUTO_TEST_SUITE_END()
