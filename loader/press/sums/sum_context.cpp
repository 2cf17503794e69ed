// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/sum_context.hpp"

#include <algorithm>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/embedded/embedded_rows.hpp"

namespace oscegraph::press {
namespace {

constexpr auto kinds = std::to_array<TableWord<SumWord>>({
    {SumWord::bound, "bound"},
    {SumWord::fraction, "fraction"},
    {SumWord::portion, "portion"},
    {SumWord::part, "part"},
    {SumWord::filler, "filler"},
    {SumWord::particle, "particle"},
    {SumWord::recurring, "recurring"},
    {SumWord::periodic, "periodic"},
    {SumWord::rate, "rate"},
    {SumWord::after, "after"},
    {SumWord::percent, "percent"},
    {SumWord::to, "to"},
    {SumWord::and_, "and"},
    {SumWord::between, "between"},
    {SumWord::same, "same"},
    {SumWord::numbered, "numbered"},
    {SumWord::link, "link"},
    {SumWord::next, "next"},
    {SumWord::place, "place"},
    {SumWord::handed, "handed"},
    {SumWord::parts, "parts"},
    {SumWord::more, "more"},
    {SumWord::per, "per"},
    {SumWord::each, "each"},
    {SumWord::euro, "euro"},
    {SumWord::weighed, "weighed"},
    {SumWord::year, "year"},
    {SumWord::range, "range"},
});
static_assert(has_word_for_each(kinds, SumWord::range));

const Phrases& words_of(SumWord kind) { return SumWords::instance().of(kind); }

/// Function words of the languages, which are in no other set.
struct LanguageWords {
  LanguageWords() {
    for_each_row("sums/language-words.csv", [&](const std::vector<CsvField>& row) {
      enum { language, words };
      const Languages spoken =
          meaning_of(language_codes, row.at(language).text, "sums/language-words.csv");
      // A word of several languages counts for each, so the value is a bit mask.
      for_each_part(row.at(words).text, ';',
                    [&](std::string_view word) { bits_[fold_word(word)] |= spoken; });
    });
  }
  [[nodiscard]] Languages of(const std::string& folded) const {
    const auto found = bits_.find(folded);
    return found == bits_.end() ? Languages{0} : found->second;
  }

 private:
  std::unordered_map<std::string, Languages> bits_;
};

bool is_cyrillic(std::string_view written) {
  return written.size() > 1 && (static_cast<unsigned char>(written[0]) & 0xFCU) == 0xD0U;
}

/// Whether a year such as "2024" stands at token `i`.
bool is_year(const SentenceWords& words, std::uint32_t i) {
  const std::string_view written = words.written(i);
  return written.size() == 4 && (written.starts_with("19") || written.starts_with("20")) &&
         std::ranges::all_of(written, is_digit);
}

/// Whether a phrase really is a bound: not in "handed over EUR 5,000", and not in "under the EUR 5
/// million project", where it does not stand right before the sum.
bool bounds(const SentenceWords& words, std::uint32_t begin, std::uint32_t end, bool right_before) {
  const std::string last = words.folded(end - 1);
  if (words_of(SumWord::handed).holds(last) &&
      words_of(SumWord::particle).ending_at(words, end - 1))
    return false;
  return right_before || end - begin > 1 || !words_of(SumWord::place).holds(last);
}

/// Whether parts follow: ", of which EUR 200,000 goes to the project". The sum before then has
/// several purposes.
bool says_parts(const SentenceWords& words, std::uint32_t end) {
  if (words.folded(end) != ",") return false;
  const auto parts = words_of(SumWord::after).from(words, end + 1);
  return parts && words_of(SumWord::parts).holds(words.folded(end + 1));
}

}  // namespace

const SumWords& SumWords::instance() {
  static const SumWords words;
  return words;
}

SumWords::SumWords() {
  for_each_row("sum-words.csv", [&](const std::vector<CsvField>& row) {
    enum { kind, language, list };
    const SumWord which = meaning_of(kinds, row.at(kind).text, "sum-words.csv");
    Phrases& phrases = phrases_[static_cast<std::size_t>(which)];
    phrases.add_list(row.at(list).text);
    // Adds the elided form: "plus de", "plus d'un million".
    if (meaning_of(language_codes, row.at(language).text, "sum-words.csv") == french)
      for_each_part(row[list].text, ';', [&](std::string_view phrase) {
        if (phrase.ends_with(" de"))
          phrases.add(std::string(phrase.substr(0, phrase.size() - 1)) + '\'');
      });
  });
}

Languages language_near(const SentenceWords& words, std::uint32_t at) {
  static const LanguageWords table;
  constexpr std::uint32_t reach = 40;
  std::array<int, language_count> counts{};
  const std::uint32_t first = at > words.first + reach ? at - reach : words.first;
  const std::uint32_t last = std::min(words.last, at + reach);
  for (std::uint32_t i = first; i < last; ++i) {
    if (!words.is_word(i) || words.is_number(i)) continue;
    const Languages languages = is_cyrillic(words.written(i)) ? russian : table.of(words.folded(i));
    for (unsigned bit = 0; bit < language_count; ++bit) counts[bit] += (languages >> bit) & 1;
  }
  const auto most = std::ranges::max_element(counts);
  if (*most == 0 || std::ranges::count(counts, *most) > 1) return no_language;
  return static_cast<Languages>(1 << (most - counts.begin()));
}

std::optional<std::uint32_t> bound_before(const SentenceWords& words, std::uint32_t begin,
                                          std::uint32_t end) {
  constexpr int most_fillers = 4;
  std::uint32_t at = begin;
  for (int n = 0; n <= most_fillers; ++n) {
    if (const auto bound = words_of(SumWord::bound).ending_at(words, at);
        bound && bounds(words, bound->at, at, at == begin))
      return bound->at;
    if (const auto part = words_of(SumWord::fraction).ending_at(words, at)) return part->at;
    if (const auto again = words_of(SumWord::periodic).ending_at(words, at)) return again->at;
    if (const auto part = words_of(SumWord::part).ending_at(words, at);
        part && goes_on_after_sum(words, end))
      return part->at;
    const auto filler = words_of(SumWord::filler).ending_at(words, at);
    if (!filler) return std::nullopt;
    at = filler->at;
  }
  return std::nullopt;
}

bool is_one_of_several(const SentenceWords& words, std::uint32_t begin) {
  if (begin < words.first + 3 || !words_of(SumWord::link).ending_at(words, begin)) return false;
  const std::uint32_t noun = begin - 2;
  if (!words.is_word(noun) || words.is_number(noun) || is_number_word(words, noun)) return false;
  const bool counted =
      (words.is_number(noun - 1) && !is_year(words, noun - 1)) || is_number_word(words, noun - 1);
  return counted && !words_of(SumWord::numbered).ending_at(words, noun - 1);
}

bool is_of_a_portion(const SentenceWords& words, std::uint32_t begin) {
  constexpr std::uint32_t reach = 8;
  for (std::uint32_t i = begin; i > words.first && begin - i < reach; --i) {
    if (words_of(SumWord::portion).ending_at(words, i)) return true;
    const std::string before = words.folded(i - 1);
    if (before == "," || before == ";" || before == ":" || before == ".") return false;
  }
  return false;
}

bool is_bounded_after(const SentenceWords& words, std::uint32_t end, Languages language) {
  const std::string next = words.folded(end);
  if (words_of(SumWord::after).from(words, end)) return true;
  if (says_parts(words, end)) return true;
  // "EUR 5 million plus" means "and more"; "plus equipment" does not.
  if (words_of(SumWord::more).holds(next)) return goes_on_after_sum(words, end + 1);
  if (next == "/") return words.is_word(end + 1) && !words.is_number(end + 1);
  // Italian "per" means "for".
  if (words_of(SumWord::per).holds(next) && language == italian) {
    const auto rate = words_of(SumWord::rate).from(words, end);
    return rate && rate->at > end + 1;
  }
  if (words_of(SumWord::each).holds(next))
    return words.is_word(end + 1) && words.tokens[end + 1].capital;
  if (const auto rate = words_of(SumWord::rate).from(words, end))
    return !words.is_number(rate->at) ||
           words_of(SumWord::per).holds(next);  // "im Jahr 2024", "в год 2024"
  return false;
}

bool is_recurring(const SentenceWords& words, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t before = 10;
  constexpr std::uint32_t after = 5;
  const std::uint32_t first = begin > words.first + before ? begin - before : words.first;
  for (std::uint32_t i = first; i < std::min(words.last, end + after); ++i) {
    if (i >= begin && i < end) continue;
    if (words_of(SumWord::recurring).from(words, i)) return true;
  }
  return false;
}

bool is_in_capitals(const SentenceWords& words, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t reach = 4;
  int capitals = 0;
  int others = 0;
  const std::uint32_t first = begin > words.first + reach ? begin - reach : words.first;
  for (std::uint32_t i = first; i < std::min(words.last, end + reach); ++i) {
    if ((i >= begin && i < end) || !words.is_word(i) || words.is_number(i)) continue;
    if (words.tokens[i].all_capitals) ++capitals;
    else if (words.written(i).size() > 1) ++others;
  }
  return capitals > others;
}

bool goes_on_after_sum(const SentenceWords& words, std::uint32_t end) {
  if (!words.has(end)) return true;
  if (!words.is_word(end)) {
    const std::string mark = words.folded(end);
    return mark != "%" && (mark != "-" || !words.glued(end));
  }
  if (words.is_number(end)) return false;
  for (const SumWord kind : {SumWord::next, SumWord::rate, SumWord::after, SumWord::recurring})
    if (words_of(kind).from(words, end)) return true;
  return false;
}

bool has_number_before(const SentenceWords& words, std::uint32_t begin, std::uint32_t known_end,
                       bool currency_first) {
  const auto counts = [&](std::uint32_t i) {
    if (i == known_end) return false;
    const std::uint32_t last = i - 1;
    if (!words.has(last)) return false;
    return (words.is_number(last) && !is_year(words, last)) || is_number_word(words, last);
  };
  if (begin == words.first) return false;
  if (counts(begin)) return true;
  if (!currency_first && words_of(SumWord::numbered).ending_at(words, begin)) return true;
  const std::string before = words.folded(begin - 1);
  // "-5,000": the rest of a longer number.
  if (words.glued(begin) && !currency_first &&
      (before == "-" || before == "–" || before == "." || before == "," || before == "/" ||
       before == ":" || before == "#" || before == "+"))
    return true;
  const bool ranges = words_of(SumWord::to).holds(before);
  const bool lists = !currency_first && (before == "," || words_of(SumWord::and_).holds(before));
  return (ranges || lists) && counts(begin - 1);
}

}  // namespace oscegraph::press
