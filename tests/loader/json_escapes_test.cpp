// SPDX-License-Identifier: Apache-2.0
//
// Tests our own decoder of JSON's escapes by comparison with RapidJSON.
#include "oscegraph/loader/records/json_escapes.hpp"

#include <rapidjson/document.h>

#include <boost/test/unit_test.hpp>
#include <vector>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;

namespace {

/// The text that RapidJSON reads; nullopt if it refuses it, or if our texts may not contain it.
std::optional<std::string> slowly(const std::string& written) {
  const std::string json = '"' + written + '"';
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  if (document.HasParseError() || !document.IsString()) return std::nullopt;
  const std::string text(document.GetString(), document.GetStringLength());
  const bool is_text =
      invalid_utf8(text) == std::string::npos && text.find('\0') == std::string::npos;
  return is_text ? std::optional(text) : std::nullopt;
}

/// The position of the quote that ends the string. Without one it is the size, or more if the last
/// backslash would escape the quote after the text.
std::size_t end_of_string(const std::string& written) {
  std::size_t i = 0;
  while (i < written.size() && written[i] != '"') i += written[i] == '\\' ? 2 : 1;
  return i;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_escapes_test)

BOOST_AUTO_TEST_CASE(escapes_stand_for_characters) {
  BOOST_TEST(without_escapes("").value() == "");
  BOOST_TEST(without_escapes("plain").value() == "plain");
  BOOST_TEST(without_escapes(R"(\"a\" \\ \/ \b\f\n\r\t)").value() == "\"a\" \\ / \b\f\n\r\t");
  BOOST_TEST(without_escapes(R"(T\u00FCrkiye, \u00fc, \u20AC)").value() == "Türkiye, ü, €");
  BOOST_TEST(without_escapes(R"(\ud834\udd1e)").value() == "𝄞");
  for (const std::string_view refused :
       {R"(\)", R"(a\)", R"(\x)", R"(\')", R"(\U0041)", R"(\u)", R"(\u004)", R"(\u004g)",
        R"(\u-041)", R"(\u 041)", R"(\u0x41)", R"(\u0000)", R"(\ud800)", R"(\udc00)",
        R"(\ud800\ud800)", R"(\ud800\n)", R"(\ud800 \udc00)", R"(\ud800\udc0)"})
    BOOST_TEST(!without_escapes(refused), refused);
}

BOOST_AUTO_TEST_CASE(random_strings_mean_what_rapidjson_says) {
  test::Random random(7);
  static const std::vector<std::string> pieces{
      "a",       "Łódź",    "𝄞",       "\\\\",    "\\\"",
      "\\/",     "\\n",     "\\u00e9", "\\u20AC", "\\u0001",
      "\\u",     "\\u0000", "\\ud83d", "\\ude00", "\\ud83d\\ude00",
      "\\uDBFF", "\\uDFFF", "\\uD7FF", "\\uE000", "\\x",
      "00",      "\\"};
  std::size_t read = 0;
  for (int round = 0; round < 100'000; ++round) {
    std::string written;
    for (std::uint32_t i = random.below(6); i > 0; --i)
      written += pieces[random.below(static_cast<std::uint32_t>(pieces.size()))];
    const std::size_t end = end_of_string(written);
    if (end < written.size()) written.resize(end);
    const std::optional<std::string> expected =
        end <= written.size() ? slowly(written) : std::nullopt;
    if (expected) ++read;
    BOOST_REQUIRE_MESSAGE(without_escapes(written) == expected, written);
  }
  BOOST_TEST(read > 10'000U);
}

BOOST_AUTO_TEST_SUITE_END()
