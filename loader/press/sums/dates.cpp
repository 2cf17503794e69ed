// SPDX-License-Identifier: Apache-2.0
//
// Finds dates and periods in running text in six languages; quantity.hpp declares the functions. A
// month is recognised only as a whole word of dates.csv, so "Decani 2020", "Maya 2019" and "Марина
// 2020" are no dates. A year alone is a date only if no noun follows that it could count ("since
// 2000 people").
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <system_error>
#include <unordered_map>
#include <unordered_set>

#include "oscegraph/loader/embedded/embedded_rows.hpp"
#include "oscegraph/loader/embedded/table_words.hpp"
#include "oscegraph/loader/press/sums/phrases.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

namespace oscegraph::press {
namespace {

int digits_value(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

/// The sets of dates.csv.
enum class DateWord : std::uint8_t {
  month,
  capital,  ///< months only when capitalised: "may" is a verb
  since,
  to,
  and_,
  between,
  link,        ///< "22 de noviembre de 2024"
  after_year,  ///< may follow a year and is no noun
  any_noun     ///< before a year in German, which capitalises all nouns: "seit 2000 Menschen"
};

constexpr auto date_words = std::to_array<TableWord<DateWord>>({
    {DateWord::month, "month"},
    {DateWord::capital, "capital"},
    {DateWord::since, "since"},
    {DateWord::to, "to"},
    {DateWord::and_, "and"},
    {DateWord::between, "between"},
    {DateWord::link, "link"},
    {DateWord::after_year, "after-year"},
    {DateWord::any_noun, "any-noun"},
});
static_assert(has_word_for_each(date_words, DateWord::any_noun));

/// The words of dates.csv.
struct DateWords {
  [[nodiscard]] bool has(DateWord set, const std::string& folded) const {
    return sets_[static_cast<std::size_t>(set)].contains(folded);
  }
  /// The number of the month; 0 when it is none.
  [[nodiscard]] int month(const std::string& folded) const {
    const auto found = months_.find(folded);
    return found == months_.end() ? 0 : found->second;
  }

  static const DateWords& instance() {
    static const DateWords words;
    return words;
  }

 private:
  DateWords() {
    for_each_row("dates.csv", [&](const std::vector<CsvField>& row) {
      enum { kind, language, value, words };
      const DateWord set = meaning_of(date_words, row.at(kind).text, "dates.csv");
      for_each_part(row.at(words).text, ' ', [&](std::string_view written) {
        const std::string word = fold_word(written);
        sets_[static_cast<std::size_t>(set)].insert(word);
        if (set == DateWord::month) months_.try_emplace(word, digits_value(row.at(value).text));
      });
    });
  }

  std::array<std::unordered_set<std::string>, date_words.size()> sets_;
  std::unordered_map<std::string, int> months_;
};

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1950 || year > 2100) return std::nullopt;
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string text = std::to_string(year);
  if (month > 0) text += '-' + two(month);
  if (day > 0) text += '-' + two(day);
  return Date::parse(text);
}

class DateReader {
 public:
  explicit DateReader(const SentenceWords& words) : w_(words) {}

  [[nodiscard]] std::optional<DatedSpan> date(std::uint32_t at) const {
    if (!w_.is_word(at)) return std::nullopt;
    if (!w_.is_number(at)) return after_month(at);
    const std::string_view first = w_.written(at);
    if (first.size() >= 8 && std::ranges::count(first, '.') == 2) return with_points(at, first);
    const int number = digits_value(first);
    if (first.size() == 4 && number >= 1950 && number <= 2100)
      return done(make_date(number, 0, 0), at + 1);
    return after_day(at);
  }

  [[nodiscard]] Period period() const {
    for (std::uint32_t i = w_.first; i < w_.last; ++i) {
      const bool may_begin = w_.is_number(i) || (w_.is_word(i) && may_hold_year(i + 1));
      if (!may_begin) continue;
      const auto start = date(i);
      if (!start) continue;
      if (const auto end = end_of(i, *start)) return {start->date, *end};
      if (table_.has(DateWord::since, w_.folded(i - 1)) && counts_nothing(*start))
        return {start->date, {}};
      i = start->end - 1;
    }
    return {};
  }

 private:
  static std::optional<DatedSpan> done(std::optional<Date> date, std::uint32_t end) {
    if (!date) return std::nullopt;
    return DatedSpan{end, *date};
  }

  [[nodiscard]] bool may_hold_year(std::uint32_t i) const {
    return w_.is_number(i) || table_.has(DateWord::link, w_.folded(i)) || w_.folded(i) == ".";
  }

  // --- dates ----------------------------------------------------------------------------------------

  /// The month at `i`; 0 when there is none.
  [[nodiscard]] int month_at(std::uint32_t i) const {
    if (!w_.is_word(i) || w_.is_number(i)) return 0;
    const std::string word = w_.folded(i);
    const bool is_verb = table_.has(DateWord::capital, word) && !w_.tokens[i].capital;
    return is_verb ? 0 : table_.month(word);
  }

  /// The day of "22" or "1st"; 0 when there is none.
  [[nodiscard]] int day_at(std::uint32_t i) const {
    if (!w_.is_number(i)) return 0;
    std::string_view written = w_.written(i);
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er"})
      if (written.ends_with(ending)) {
        written.remove_suffix(ending.size());
        break;
      }
    const int day = digits_value(written);
    return written.size() <= 2 && day >= 1 && day <= 31 ? day : 0;
  }

  /// The year at `i`, perhaps after a comma or "de"; moves `i` past it. 0 when there is none.
  [[nodiscard]] int take_year(std::uint32_t& i) const {
    std::uint32_t at = i;
    if (w_.folded(at) == "." && w_.is_number(at + 1)) ++at;
    if (w_.folded(at) == "," || table_.has(DateWord::link, w_.folded(at))) ++at;
    if (!w_.is_number(at) || w_.written(at).size() != 4) return 0;
    i = at + 1;
    return digits_value(w_.written(at));
  }

  /// "November 2018", "November 22, 2024".
  [[nodiscard]] std::optional<DatedSpan> after_month(std::uint32_t at) const {
    const int month = month_at(at);
    if (month == 0) return std::nullopt;
    std::uint32_t end = at + 1;
    if (const int year = take_year(end); year != 0) return done(make_date(year, month, 0), end);
    const int day = day_at(at + 1);
    if (day == 0) return std::nullopt;
    end = at + 2;
    const int year = take_year(end);
    return done(make_date(year, month, day), end);
  }

  /// "22 November 2024", "22. Februar 2024", "22 de noviembre de 2024".
  [[nodiscard]] std::optional<DatedSpan> after_day(std::uint32_t at) const {
    const int day = day_at(at);
    std::uint32_t next = at + 1;
    if (w_.folded(next) == "." || table_.has(DateWord::link, w_.folded(next))) ++next;
    const int month = month_at(next);
    if (day == 0 || month == 0) return std::nullopt;
    std::uint32_t end = next + 1;
    const int year = take_year(end);
    return done(make_date(year, month, day), end);
  }

  /// "15.08.2025".
  [[nodiscard]] static std::optional<DatedSpan> with_points(std::uint32_t at,
                                                            std::string_view written) {
    const std::size_t dot = written.find('.');
    const std::size_t second = written.find('.', dot + 1);
    return done(make_date(digits_value(written.substr(second + 1)),
                          digits_value(written.substr(dot + 1, second - dot - 1)),
                          digits_value(written.substr(0, dot))),
                at + 1);
  }

  // --- periods --------------------------------------------------------------------------------------

  /// Whether no noun follows a bare year: "since 2014,", "2014 годов", but not "2000 people".
  [[nodiscard]] bool counts_nothing(const DatedSpan& span) const {
    if (span.date.month() != 0 || !w_.has(span.end)) return true;
    const std::string next = w_.folded(span.end);
    if (!w_.is_word(span.end))
      return next != "%" && next != "$" && next != "€" && next != "£" &&
             !(next == "-" && w_.glued(span.end));
    if (w_.is_number(span.end)) return false;
    if (table_.has(DateWord::after_year, next)) return true;
    // A capitalised word is a name, but in German may be any noun: "seit 2000 Menschen".
    return w_.tokens[span.end].capital && !table_.has(DateWord::any_noun, w_.folded(span.end - 2));
  }

  /// Whether the year is attached to a number, and so is none: "+43-2014".
  [[nodiscard]] bool sticks_to_number(std::uint32_t begin) const {
    return w_.glued(begin) && !w_.is_word(begin - 1) && w_.glued(begin - 1) &&
           w_.is_number(begin - 2);
  }

  /// The end of a period that begins with `start` at token `begin`.
  [[nodiscard]] std::optional<Date> end_of(std::uint32_t begin, const DatedSpan& start) const {
    if (sticks_to_number(begin)) return std::nullopt;
    const std::string word = w_.folded(start.end);
    if (word == "/") return next_year(start);
    const bool between = table_.has(DateWord::between, w_.folded(begin - 1));
    if (!table_.has(DateWord::to, word) && !(between && table_.has(DateWord::and_, word)))
      return std::nullopt;
    const auto end = date(start.end + 1);
    if (!end || end->date.last_day() < start.date.first_day() || !counts_nothing(*end))
      return std::nullopt;
    return end->date;
  }

  /// "2014/15", "2014/2015".
  [[nodiscard]] std::optional<Date> next_year(const DatedSpan& start) const {
    const std::uint32_t at = start.end + 1;
    if (start.date.month() != 0 || !w_.is_number(at) || !w_.glued(at)) return std::nullopt;
    const int year = digits_value(w_.written(at));
    const int next = start.date.year() + 1;
    if (year != next && (w_.written(at).size() != 2 || year != next % 100)) return std::nullopt;
    return make_date(next, 0, 0);
  }

  const DateWords& table_ = DateWords::instance();
  const SentenceWords& w_;
};

}  // namespace

std::optional<DatedSpan> date_at(std::string_view text, const std::vector<Token>& tokens,
                                 std::uint32_t at, std::uint32_t last) {
  const SentenceWords words{text, tokens, at, last, nullptr, 0};
  return DateReader(words).date(at);
}

Period find_period(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                   std::uint32_t last) {
  const SentenceWords words{text, tokens, first, last, nullptr, 0};
  return DateReader(words).period();
}

}  // namespace oscegraph::press
