// SPDX-License-Identifier: Apache-2.0
//
// Tests the normalising of white space.
#include "oscegraph/graph/text/white_space.hpp"

#include <boost/test/unit_test.hpp>

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(white_space)

BOOST_AUTO_TEST_CASE(blanks_of_all_sorts) {
  BOOST_TEST(without_outer_space("  a b\t") == "a b");
  BOOST_TEST(without_outer_space("\uFEFF\u00A0Donor\u202F\r\n") == "Donor");
  BOOST_TEST(with_single_blanks(" Donor\r\ncountry ") == "Donor country");
  BOOST_TEST(with_single_blanks("a\u00A0\u2009 b\u3000c") == "a b c");
  BOOST_TEST(with_single_blanks("Türkiye") == "Türkiye");
  for (const std::string_view blank : {"", " ", "\u00A0", "\uFEFF", "\t\r\n"}) {
    BOOST_TEST(is_white_space(blank));
    BOOST_TEST(without_outer_space(blank) == "");
    BOOST_TEST(with_single_blanks(blank) == "");
  }
  BOOST_TEST(!is_white_space(" -"));
}

BOOST_AUTO_TEST_CASE(text_that_is_so_already_is_known) {
  for (const std::string_view text : {"", "a", "a b", "Ü b", "a\u00ADb"})
    BOOST_TEST(has_single_blanks(text), text);
  for (const std::string_view text :
       {" ", "a ", " a", "a  b", "a\tb", "a\u00A0b", "\u00A0a", "a\n"})
    BOOST_TEST(!has_single_blanks(text), text);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf_8_stay) {
  BOOST_TEST(with_single_blanks("\xC2 a\xE2\x80") == "\xC2 a\xE2\x80");
  BOOST_TEST(without_outer_space("\xA0") == "\xA0");
}

BOOST_AUTO_TEST_SUITE_END()
