// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/currency_words.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/embedded/embedded_rows.hpp"
#include "oscegraph/loader/embedded/table_words.hpp"

namespace oscegraph::press {
namespace {

// Codes that have no other meaning in our texts. Others are also words ("ALL", "TOP", "TRY", "CUP",
// "MAD", "DEM") or abbreviations ("THB", "CVE", "SDG", "COP", "SAR", "PHP").
constexpr std::array<std::string_view, 27> sure_codes{
    "AUD", "AZN", "BGN", "BYN", "CHF", "CNY", "CZK", "DKK", "EEK",
    "EUR", "GBP", "HKD", "HRK", "JPY", "KGS", "KRW", "KZT", "LTL",
    "LVL", "NOK", "NZD", "PLN", "SEK", "TJS", "UAH", "USD", "UZS"};
static_assert(std::ranges::is_sorted(sure_codes));

constexpr std::string_view code_of_pounds = "GBP";  // pounds are also a weight
constexpr std::string_view kilometres = "km";       // unless in capitals
constexpr std::string_view marks_of_bosnia = "KM";

/// Where a currency's name may stand, relative to its number.
enum class Place : std::uint8_t { any, after };  // its number
constexpr auto places =
    std::to_array<TableWord<Place>>({{Place::any, "any"}, {Place::after, "after"}});
static_assert(has_word_for_each(places, Place::after));

/// "New_Zealand" with a blank.
std::string with_blanks(std::string_view written) {
  std::string result(written);
  std::ranges::replace(result, '_', ' ');
  return result;
}

/// The token by which a name is looked for: its sign ("$" of "US$"), or else its longest word.
std::string anchor_of(std::string_view unit) {
  static const Lexicon no_words;
  std::vector<Token> tokens;
  no_words.tokens(unit, tokens);
  std::string longest;
  for (const Token& token : tokens) {
    const std::string word = fold_word(unit.substr(token.begin, token.end - token.begin));
    if (!token.is_word && word != "." && word != "-") return word;
    if (word.size() > longest.size()) longest = word;
  }
  return longest;
}

std::vector<std::string> stems(std::string_view list) {
  std::vector<std::string> result;
  for_each_part(list, ' ', [&](std::string_view stem) { result.push_back(fold_word(stem)); });
  return result;
}

bool names_one_of(const SentenceWords& words, std::uint32_t at,
                  const std::vector<std::string>& stems) {
  constexpr std::uint32_t reach = 60;
  const std::uint32_t first = at > words.first + reach ? at - reach : words.first;
  const std::uint32_t last = std::min(words.last, at + reach);
  for (std::uint32_t i = first; i < last; ++i) {
    if (!words.is_word(i)) continue;
    const std::string word = words.folded(i);
    if (std::ranges::any_of(stems, [&](const auto& stem) { return word.starts_with(stem); }))
      return true;
  }
  return false;
}

/// Whether an adjective of an unknown nation follows: "dollars ruritaniens".
bool has_unknown_nation(const std::string& next) {
  constexpr std::array<std::string_view, 14> endings{"iens",  "ains",  "ais",   "ois",  "iennes",
                                                     "aines", "aises", "oises", "iani", "esi",
                                                     "anos",  "enses", "eses",  "ani"};
  return next.size() > 4 &&
         std::ranges::any_of(endings, [&](auto ending) { return next.ends_with(ending); });
}

/// Whether a single letter is separated from a dollar sign: "A $5 million project" and "5 $ à" are
/// not in A$. A letter belongs to the sign only when it is attached to it.
bool letter_apart(const SentenceWords& words, std::uint32_t begin, std::uint32_t end) {
  bool sign = false;
  bool letter = false;
  bool apart = false;
  for (std::uint32_t i = begin; i < end; ++i) {
    sign = sign || words.folded(i) == "$";
    letter = letter || (words.is_word(i) && words.written(i).size() == 1);
    apart = apart || (i > begin && !words.glued(i));
  }
  return sign && letter && apart;
}

/// The longest name of a currency at token `i`.
std::optional<Phrases::Found> name_at(const Phrases& names, const SentenceWords& words,
                                      std::uint32_t i) {
  const auto found = names.from(words, i);
  if (!found || !letter_apart(words, i, found->at)) return found;
  return names.from({words.text, words.tokens, words.first, i + 1, nullptr, 0}, i);
}

std::optional<Unit> code_at(const SentenceWords& words, std::uint32_t i) {
  if (!words.has(i) || !CurrencyWords::may_be_code(words.text, words.tokens[i]))
    return std::nullopt;
  const Token& token = words.tokens[i];
  const auto currency = Currency::parse(words.text.substr(token.begin, 3));
  if (!currency || !currency->common()) return std::nullopt;
  const bool stuck = token.end - token.begin > 3;
  Unit unit;
  unit.end = stuck ? i : i + 1;
  unit.currency = *currency;
  unit.mark = true;
  unit.sure = std::ranges::binary_search(sure_codes, currency->code());
  if (stuck) unit.number_from = token.begin + 3;
  return unit;
}

}  // namespace

bool CurrencyWords::may_be_code(std::string_view text, const Token& token) {
  if (!token.capital || token.end - token.begin < 3) return false;
  const std::string_view written = text.substr(token.begin, token.end - token.begin);
  if (!std::ranges::all_of(written.substr(0, 3), is_capital_letter)) return false;
  return written.size() == 3 || is_digit(written[3]);
}

const CurrencyWords& CurrencyWords::instance() {
  static const CurrencyWords words;
  return words;
}

CurrencyWords::CurrencyWords() {
  for_each_row("currencies.csv", [&](const std::vector<CsvField>& row) {
    enum { code, place, nations, units, only_with, not_with };
    const auto number = static_cast<std::uint32_t>(rows_.size());
    const bool before = meaning_of(places, row.at(place).text, "currencies.csv") == Place::any;
    rows_.push_back({std::string(row.at(code).text), row.at(nations).text.empty(), before,
                     stems(row.at(only_with).text), stems(row.at(not_with).text)});
    const auto add = [&](const std::string& phrase) {
      after_.add(phrase, number);
      if (before) before_.add(phrase, number);
    };
    for_each_part(row.at(units).text, ' ', [&](std::string_view written) {
      const std::string unit = with_blanks(written);
      anchors_.push_back(anchor_of(unit));
      if (row.at(nations).text.empty()) add(unit);
      for_each_part(row.at(nations).text, ' ', [&](std::string_view nation) {
        add(with_blanks(nation) + ' ' + unit);
        add(unit + ' ' + with_blanks(nation));
        add(with_blanks(nation) + '-' + unit);  // "US-Dollar"
      });
    });
  });
}

Unit CurrencyWords::unit_of(const SentenceWords& words, std::uint32_t i,
                            const Phrases::Found& found) const {
  const Row& row = rows_[found.value];
  Unit unit;
  unit.end = found.at;
  unit.bare = row.bare && !row.mark;
  unit.mark = row.mark && !words.is_word(found.at - 1);
  unit.weighs = unit.bare && row.code == code_of_pounds;
  const bool fits = (row.only_with.empty() || names_one_of(words, i, row.only_with)) &&
                    (row.not_with.empty() || !names_one_of(words, i, row.not_with));
  const bool other = unit.bare && has_unknown_nation(words.folded(found.at));
  if (fits && !other && !row.code.empty())
    unit.currency = Currency::parse(row.code).value_or(Currency());
  return unit;
}

std::optional<Unit> CurrencyWords::before_number(const SentenceWords& words,
                                                 std::uint32_t i) const {
  if (auto code = code_at(words, i)) return code;
  const auto found = name_at(before_, words, i);
  if (!found) return std::nullopt;
  Unit unit = unit_of(words, i, *found);
  // "T$5", "M€ 5": attached letters change the meaning of the sign.
  if (!words.is_word(i) && words.glued(i) && words.is_word(i - 1) && !words.is_number(i - 1))
    unit.currency = Currency();
  return unit;
}

std::optional<Unit> CurrencyWords::after_number(const SentenceWords& words, std::uint32_t i) const {
  if (auto code = code_at(words, i); code && !code->number_from) return code;
  const auto found = name_at(after_, words, i);
  if (!found) return std::nullopt;
  // Not in "Article 5 Euro-Atlantic", but in "a 2-million-euro-project"; not "5 km", but "5 KM".
  const bool goes_on = words.folded(found->at) == "-" && words.glued(found->at) &&
                       words.glued(found->at + 1) && words.is_word(found->at + 1);
  if (goes_on && words.is_word(i) && words.folded(i - 1) != "-") return std::nullopt;
  if (words.folded(i) == kilometres && words.written(i) != marks_of_bosnia) return std::nullopt;
  return unit_of(words, i, *found);
}

}  // namespace oscegraph::press
