// SPDX-License-Identifier: Apache-2.0
//
// Tests how an error is written as a sentence with its place in the input, the excerpt of the input
// line with a caret under the column of the fault, and the list Problems, which throws when it is
// full.
#include "oscegraph/graph/values/error.hpp"

#include <boost/test/unit_test.hpp>

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(error_test)

BOOST_AUTO_TEST_CASE(a_sentence_has_the_parts_there_are) {
  BOOST_TEST(Error("no such node").what() == std::string("no such node"));
  BOOST_TEST(Error("a", "b", "c").what() == std::string("a; b; c"));
  BOOST_TEST(sentence({{"f.csv", 3, 7}, "bad date", "a date is YYYY", ""}) ==
             "f.csv:3:7: bad date; a date is YYYY");
  BOOST_TEST(sentence({{"f.csv", 3, 0}, "bad", "", ""}) == "f.csv:3: bad");
  BOOST_TEST(sentence({{"f.csv", 0, 0}, "bad", "", ""}) == "f.csv: bad");
}

BOOST_AUTO_TEST_CASE(the_caret_stands_under_the_column) {
  BOOST_TEST(excerpt("abc", 2) == "  abc\n   ^");
  BOOST_TEST(excerpt("abc", 4) == "  abc\n     ^");
  BOOST_TEST(excerpt("äbc", 3) == "  äbc\n   ^");  // bytes before, characters shown
  BOOST_TEST(excerpt("a\tb", 3) == "  a·b\n    ^");
  BOOST_TEST(excerpt("abc", 0) == "");
  BOOST_TEST(excerpt("abc", 5) == "");
  const std::string cut = excerpt(std::string(200, 'x') + "!" + std::string(200, 'y'), 201);
  BOOST_TEST(cut.substr(0, cut.find('\n')).size() == 78U);
  BOOST_TEST(cut[cut.find('\n') - 78 + cut.substr(cut.find('\n') + 1).find('^')] == '!');
}

BOOST_AUTO_TEST_CASE(a_list_collects_until_it_is_full_and_capacity_zero_throws) {
  Problems first;
  BOOST_CHECK_THROW(first.report({{}, "x"}), Error);
  Problems two(2);
  two.report({{}, "x"});
  BOOST_CHECK_THROW(two.report({{}, "y"}), TooManyProblems);
  BOOST_TEST(two.list().size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
