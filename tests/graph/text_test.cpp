// SPDX-License-Identifier: Apache-2.0
//
// Tests functions on text: lists as sentences, numbers, quoting, and validation of UTF-8.
#include "oscegraph/graph/text/text.hpp"

#include <bit>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <vector>

#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;

namespace {

/// The length in bytes of the UTF-8 character at the front, computed from its first byte and its
/// bits; 0 when it is not a valid character.
std::size_t slow_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return 1;
  const auto length = static_cast<std::size_t>(std::countl_one(lead));
  if (length < 2 || length > 4 || text.size() < length) return 0;
  std::uint32_t point = lead & (0x7FU >> length);
  for (const char c : text.substr(1, length - 1)) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) return 0;
    point = point << 6U | (static_cast<unsigned char>(c) & 0x3FU);
  }
  constexpr std::uint32_t least[] = {0x80, 0x800, 0x10000};
  const bool is_surrogate = point >= 0xD800 && point < 0xE000;
  return point < least[length - 2] || point > 0x10FFFF || is_surrogate ? 0 : length;
}

std::size_t slow_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = slow_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

}  // namespace

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

BOOST_AUTO_TEST_CASE(random_bytes_are_valid_where_a_slow_look_says_so) {
  test::Random random(5);
  static const std::vector<std::string> pieces{"a",     "long plain text ",
                                               "é",     "Łódź",
                                               "Центр", "€",
                                               "𝄞",     "\xC2",
                                               "\xE0",  "\xE2\x82",
                                               "\xED",  "\xED\xA0\x80",
                                               "\xF0",  "\xF4",
                                               "\xC0",  "\x80",
                                               "\x9F",  "\xA0",
                                               "\xBF",  "\xFF"};
  std::size_t valid = 0;
  for (int round = 0; round < 100'000; ++round) {
    std::string text;
    const std::uint32_t kinds = 7 + random.below(14);  // the first seven are valid characters
    for (std::uint32_t i = random.below(12); i > 0; --i)
      text += pieces[random.below(kinds) % pieces.size()];
    if (random.one_in(4)) text += static_cast<char>(random.below(256));
    const std::size_t expected = slow_invalid_utf8(text);
    if (expected == std::string_view::npos) ++valid;
    BOOST_REQUIRE_MESSAGE(invalid_utf8(text) == expected, in_quotes(text));
  }
  BOOST_TEST(valid > 10'000U);
  BOOST_TEST(valid < 90'000U);
}

BOOST_AUTO_TEST_SUITE_END()
