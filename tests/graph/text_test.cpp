// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/text.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <vector>

using namespace oscegraph;

BOOST_AUTO_TEST_SUITE(text_test)

BOOST_AUTO_TEST_CASE(lists_become_sentences) {
  const std::vector<std::string> none_at_all;
  const std::vector<std::string> one{"a"};
  const std::vector<std::string> two{"a", "b"};
  const std::vector<std::string> three{"a", "b", "c"};
  BOOST_TEST(join(none_at_all, ", ") == "");
  BOOST_TEST(join(three, ", ") == "a, b, c");
  BOOST_TEST(join_or(none_at_all) == "");
  BOOST_TEST(join_or(one) == "a");
  BOOST_TEST(join_or(two) == "a or b");
  BOOST_TEST(join_or(three) == "a, b or c");
  BOOST_TEST(with_article("claim") == "a claim");
  BOOST_TEST(with_article("office") == "an office");
}

BOOST_AUTO_TEST_CASE(numbers_become_text_independent_of_the_locale) {
  BOOST_TEST(to_text(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  BOOST_TEST(to_text(0.1) == "0.1");
  BOOST_TEST(to_text(1e300) == "1e+300");
  BOOST_TEST(to_text(std::numeric_limits<double>::quiet_NaN()) == "nan");
  BOOST_TEST(grouped(0) == "0");
  BOOST_TEST(grouped(999) == "999");
  BOOST_TEST(grouped(1000) == "1,000");
  BOOST_TEST(grouped(1'234'567) == "1,234,567");
  BOOST_TEST(counted(0, "claim") == "0 claims");
  BOOST_TEST(counted(1, "claim") == "1 claim");
  BOOST_TEST(counted(1234, "claim") == "1,234 claims");
  BOOST_TEST(counted(2, "agency", "agencies") == "2 agencies");
}

BOOST_AUTO_TEST_CASE(quotes_show_what_cannot_be_seen) {
  BOOST_TEST(in_quotes("Kyiv") == "'Kyiv'");
  BOOST_TEST(in_quotes("a\tb\n") == "'a\\x09b\\x0A'");
  BOOST_TEST(in_quotes("\xFF") == "'\\xFF'");
  BOOST_TEST(in_quotes("Türkiye") == "'Türkiye'");
  BOOST_TEST(in_quotes(std::string(61, 'x')) == "'" + std::string(60, 'x') + "…'");
  BOOST_TEST(in_quotes(std::string(60, 'x')) == "'" + std::string(60, 'x') + "'");
}

BOOST_AUTO_TEST_CASE(valid_utf8_is_what_the_standard_says) {
  constexpr auto valid = std::string_view::npos;
  for (const std::string_view text :
       {"", "plain", "é", "€", "𝄞", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
        "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
    BOOST_TEST(invalid_utf8(text) == valid);
  for (const std::string_view text :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF", "\xE2\x82",
        "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
        "\xFF"})
    BOOST_TEST(invalid_utf8(text) == 0U);
}

BOOST_AUTO_TEST_CASE(the_place_of_the_fault_is_found_past_any_number_of_ascii_bytes) {
  for (std::size_t before = 0; before < 40; ++before)
    for (const std::string_view fault : {"\xFF", "\xE2\x82", "\xC2"}) {
      const std::string text = std::string(before, 'x') + std::string(fault);
      BOOST_TEST(invalid_utf8(text) == before);
      BOOST_TEST(invalid_utf8(text + std::string(9, 'y')) == before);
    }
}

BOOST_AUTO_TEST_SUITE_END()
