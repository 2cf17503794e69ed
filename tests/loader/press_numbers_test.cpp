// SPDX-License-Identifier: Apache-2.0
//
// Tests the reader of numbers for every form of a number in six languages. Numbers in words are
// compared with an independent speller. Digits with separators are compared with a slow reader that
// tries each convention with regular expressions.
#include <boost/test/unit_test.hpp>
#include <map>
#include <optional>
#include <random>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "number_speller.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sums/number.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

constexpr std::string_view languages[] = {"en", "fr", "de", "it", "es", "ru"};

/// "1375.00": the number that the text begins with, exactly, in hundredths; "?" when it is not exact,
/// "none" when there is none, "part" when it ends before the text does.
std::string read(std::string_view text, std::string_view language) {
  std::vector<Token> tokens;
  Knowledge::instance().lexicon().tokens(text, tokens);
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const SentenceWords words{text, tokens, 0, count, nullptr, 0};
  const auto number = number_at(words, 0, language_of(language));
  if (!number) return "none";
  if (number->end != count) return "part";
  const bool contradicts = number->thousands_mark == '.'
                               ? language == "en" || language == "ru"
                               : number->thousands_mark == ',' && language != "en";
  const auto units = number->value.units(2);
  if (!number->exact || contradicts || !units) return "?";
  return std::to_string(*units);
}

// --- the slow reader ------------------------------------------------------------------------------

struct Convention {
  std::string group;  ///< a regular expression
  std::string decimal;
};

std::vector<Convention> conventions_of(std::string_view language) {
  const std::string blanks = "( |\xC2\xA0|\xE2\x80\xAF|\xE2\x80\x89)";
  const std::string apostrophe = "('|\xE2\x80\x99)";
  const std::string own = language == "en" ? "," : "\\.";
  const std::string decimal = language == "en" ? "\\." : ",";
  std::vector<Convention> all{{blanks, decimal}, {apostrophe, decimal}};
  if (language != "ru") all.push_back({own, decimal});
  if (language == "ru") all.push_back({blanks, "\\."});
  return all;
}

/// The regular expressions of a convention, compiled once.
struct Expressions {
  std::regex grouped;
  std::regex plain;
  std::regex fraction;
};
const Expressions& expressions_of(const Convention& convention) {
  static std::map<std::string, Expressions> known;
  const auto [row, is_new] = known.try_emplace(convention.group + '/' + convention.decimal);
  if (is_new)
    row->second = {std::regex("([1-9][0-9]{0,2})((" + convention.group + "[0-9]{3})*)(" +
                              convention.decimal + "([0-9]+))?"),
                   std::regex("(0|[1-9][0-9]*)(" + convention.decimal + "([0-9]+))?"),
                   std::regex(convention.decimal + "([0-9]+)$")};
  return row->second;
}

/// The number in hundredths, times 10^exponent; nullopt when the text does not follow the
/// convention.
std::optional<std::uint64_t> by(const Convention& convention, const std::string& text,
                                int exponent) {
  const Expressions& made = expressions_of(convention);
  if (!std::regex_match(text, made.plain) && !std::regex_match(text, made.grouped))
    return std::nullopt;
  std::smatch fraction;
  std::string places;
  std::string whole = text;
  if (std::regex_search(text, fraction, made.fraction)) {
    places = fraction[1].str();
    whole = fraction.prefix().str();
  }
  std::string digits;
  for (const char c : whole)
    if (c >= '0' && c <= '9') digits += c;
  const auto shift = static_cast<std::size_t>(exponent + 2);
  while (places.size() < shift) places += '0';
  if (places.find_first_not_of('0', shift) != std::string::npos) return std::nullopt;
  return std::stoull(digits + places.substr(0, shift));
}

std::set<std::uint64_t> by_any(const std::vector<Convention>& conventions, const std::string& text,
                               int exponent) {
  std::set<std::uint64_t> values;
  for (const Convention& convention : conventions)
    if (const auto value = by(convention, text, exponent)) values.insert(*value);
  return values;
}

/// The expected reading of digits with separators before "million" (exponent 6) or a currency (0).
std::string slowly(const std::string& text, std::string_view language, int exponent) {
  static const std::regex one_mark("[1-9][0-9]{0,2}[.,][0-9]{3}");
  static const std::regex two_marks("[0-9]+[.,][0-9]+[.,][0-9]+");
  static const std::regex three_last("([0-9]+)([^0-9]+)[0-9]+([.,])[0-9]{3}");
  const std::string_view decimal = language == "en" ? "." : ",";
  // Money has no three decimals, and three digits after the other separator are not decimals of
  // millions.
  const bool of_language = text.find(decimal) != std::string::npos || language == "ru";
  if (std::regex_match(text, one_mark) && (exponent == 0) == of_language) return "?";
  std::smatch marks;
  if (std::regex_match(text, marks, three_last) && marks[2] != marks[3]) return "?";
  const std::set<std::uint64_t> own = by_any(conventions_of(language), text, exponent);
  if (own.size() == 1) return std::to_string(*own.begin());
  std::vector<Convention> all;
  for (const std::string_view other : languages)
    for (const Convention& convention : conventions_of(other)) all.push_back(convention);
  const std::set<std::uint64_t> others = by_any(all, text, exponent);
  if (others.empty()) return "none";
  // With separators of another language "964.196,22 euros" is certain, but "1.375,5 million" is
  // not.
  const bool doubt = exponent > 0 && std::regex_match(text, two_marks);
  return others.size() > 1 || doubt ? "?" : std::to_string(*others.begin());
}

std::string scale_of(std::string_view language) {
  if (language == "en") return " million";
  if (language == "fr") return " millions";
  if (language == "de") return " Millionen";
  if (language == "it") return " milioni";
  return language == "es" ? " millones" : " млн";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_numbers)

BOOST_AUTO_TEST_CASE(words_are_read_back) {
  std::vector<std::uint64_t> values;
  for (std::uint64_t n = 2; n <= 2100; ++n) values.push_back(n);
  for (const std::uint64_t front : {1ULL, 2ULL, 11ULL, 21ULL, 70ULL, 80ULL, 91ULL, 100ULL, 115ULL,
                                    200ULL, 333ULL, 500ULL, 777ULL, 999ULL})
    for (const std::uint64_t scale : {1'000ULL, 1'000'000ULL})
      for (const std::uint64_t rest : {0ULL, 1ULL, 8ULL, 21ULL, 80ULL, 101ULL, 500ULL})
        values.push_back(front * scale + rest * (scale / 1000));
  std::mt19937 random(7);
  for (int i = 0; i < 1500; ++i) values.push_back(random() % 999'999'999 + 2);
  for (const std::string_view language : languages) {
    int wrong = 0;
    for (const std::uint64_t value : values) {
      const std::string words = in_words(value, language);
      const std::string found = read(words, language);
      if (found == std::to_string(value * 100)) continue;
      BOOST_TEST_MESSAGE(words << " is " << value << " and was read as " << found);
      ++wrong;
    }
    BOOST_TEST(wrong == 0, language);
  }
}

BOOST_AUTO_TEST_CASE(digits_with_every_mark_are_read_as_the_slow_reader_does) {
  const std::vector<std::string> marks{".", ",",        "'",           "\xE2\x80\x99",
                                       " ", "\xC2\xA0", "\xE2\x80\xAF"};
  const std::vector<std::string> fronts{"0", "12", "375", "1234"};
  const std::vector<std::string> groups{"5", "50", "375", "000"};
  std::vector<std::string> texts;
  for (const std::string& front : fronts)
    for (const std::string& mark : marks)
      for (const std::string& group : groups) {
        texts.push_back(front + mark + group);
        for (const std::string& second : marks)
          for (const std::string& last : groups)
            texts.push_back(front + mark + group + second + last);
      }
  std::size_t exact = 0;
  for (const std::string& text : texts)
    for (const std::string_view language : languages)
      for (const int exponent : {0, 6}) {
        const std::string written = text + (exponent == 0 ? "" : scale_of(language));
        const std::string found = read(written, language);
        const std::string wanted = slowly(text, language, exponent);
        if (found == wanted) {
          if (found.find_first_not_of("0123456789") == std::string::npos) ++exact;
          continue;
        }
        // Reading no number is correct too; reading a wrong number is not.
        const bool left_out = found == "none" || found == "?" || found == "part";
        const bool sure = wanted != "none" && wanted != "?";
        if (left_out && !sure) continue;
        BOOST_TEST(found == wanted,
                   written << " in " << language << ": " << found << " and not " << wanted);
      }
  BOOST_TEST_MESSAGE(texts.size() * 12 << " forms, " << exact << " of them exact");
  BOOST_TEST(exact > 1000);
}

BOOST_AUTO_TEST_CASE(scales_compounds_and_halves) {
  struct Row {
    std::string_view language;
    std::string_view text;
    std::uint64_t value;
  };
  for (const Row& row : std::vector<Row>{
           {"en", "1 million 500 thousand", 1'500'000},
           {"en", "1 million and 500 thousand", 1'500'000},
           {"en", "2 million 345,678", 2'345'678},
           {"en", "1.5 thousand", 1'500},
           {"en", "5 hundred thousand", 500'000},
           {"en", "a hundred and fifty thousand", 150'000},
           {"en", "a million", 1'000'000},
           {"en", "half a million", 500'000},
           {"en", "a quarter of a million", 250'000},
           {"en", "three quarters of a million", 750'000},
           {"en", "one and a half million", 1'500'000},
           {"en", "a million and a half", 1'500'000},
           {"en", "2½ million", 2'500'000},
           {"en", "½ million", 500'000},
           {"en", "2.75bn", 2'750'000'000},
           {"en", "0.750 m", 750'000},
           {"en", "12k", 12'000},
           {"en", "twelve hundred", 1'200},
           {"en", "two thousand million", 2'000'000'000},
           {"en", "2-million", 2'000'000},
           {"en", "five lakh", 500'000},
           {"fr", "un million et demi", 1'500'000},
           {"fr", "deux millions et demi", 2'500'000},
           {"fr", "un demi-million", 500'000},
           {"fr", "un quart de million", 250'000},
           {"fr", "1,375 million", 1'375'000},
           {"fr", "1,5 milliard", 1'500'000'000},
           {"fr", "septante-cinq mille", 75'000},
           {"fr", "1 million 250 mille", 1'250'000},
           {"de", "anderthalb Millionen", 1'500'000},
           {"de", "eineinhalb Millionen", 1'500'000},
           {"de", "zweieinhalb Millionen", 2'500'000},
           {"de", "eine halbe Million", 500'000},
           {"de", "eine Viertelmillion", 250'000},
           {"de", "eine dreiviertel Million", 750'000},
           {"de", "2 Mio. 300 Tsd", 2'300'000},
           {"de", "3,25 Mrd", 3'250'000'000},
           {"de", "hunderttausend", 100'000},
           {"de", "eine Million und zweihunderttausend", 1'200'000},
           {"it", "mezzo milione", 500'000},
           {"it", "un milione e mezzo", 1'500'000},
           {"it", "15 mila", 15'000},
           {"it", "2,5 mln", 2'500'000},
           {"it", "un milione e 200 mila", 1'200'000},
           {"es", "medio millón", 500'000},
           {"es", "un millón y medio", 1'500'000},
           {"es", "2 mil millones", 2'000'000'000},
           {"es", "mil doscientos millones", 1'200'000'000},
           {"es", "un millón quinientas mil", 1'500'000},
           {"ru", "полтора миллиона", 1'500'000},
           {"ru", "полмиллиона", 500'000},
           {"ru", "два с половиной миллиона", 2'500'000},
           {"ru", "четверть миллиона", 250'000},
           {"ru", "двадцати пяти тысяч", 25'000},
           {"ru", "3 миллиона 250 тысяч", 3'250'000},
           {"ru", "3 млн. 250 тыс", 3'250'000},
           {"ru", "миллион", 1'000'000},
           {"ru", "2,125 млн", 2'125'000},
       })
    BOOST_TEST(read(row.text, row.language) == std::to_string(row.value * 100), row.text);
}

BOOST_AUTO_TEST_CASE(what_is_not_sure_is_no_number) {
  struct Row {
    std::string_view language;
    std::string_view text;
  };
  for (const Row& row : std::vector<Row>{{"en", "1,500 million"},
                                         {"de", "1.375 Millionen"},
                                         {"es", "1.375 millones"},
                                         {"it", "1.375 milioni"},
                                         {"en", "1.375,5 million"},
                                         {"en", "1,50,000"},
                                         {"en", "12.05.2024"},
                                         {"en", "1.234,567"},
                                         {"en", "5th"},
                                         {"en", "1950s"},
                                         {"en", "007"},
                                         {"en", "5mm2"},
                                         {"en", "millions"},
                                         {"fr", "millions"},
                                         {"de", "Millionen"},
                                         {"ru", "миллионов"},
                                         {"es", "miles"},
                                         {"de", "2 Billion"},
                                         {"en", "00.5"},
                                         {"en", "half"},
                                         {"en", "a"}}) {
    const std::string found = read(row.text, row.language);
    BOOST_TEST((found == "?" || found == "none"), row.text << ": " << found);
  }
}

BOOST_AUTO_TEST_SUITE_END()
