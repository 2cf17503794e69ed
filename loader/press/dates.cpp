// SPDX-License-Identifier: Apache-2.0
//
// Dates and periods as running text writes them, in six languages; see quantity.hpp.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <system_error>

#include "oscegraph/loader/press/quantity.hpp"

namespace oscegraph::press {
namespace {

std::string folded_text(std::string_view text, const Token& token) {
  return fold_word(text.substr(token.begin, token.end - token.begin));
}

constexpr std::array<std::string_view, 12> month_beginnings_en{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
struct MonthName {
  std::string_view beginning;  ///< folded
  int month;
};
constexpr MonthName other_months[] = {
    {"janv", 1},   {"januar", 1}, {"gennaio", 1},  {"enero", 1},  {"янв", 1},  {"fevr", 2},
    {"febr", 2},   {"фев", 2},    {"mars", 3},     {"marz", 3},   {"мар", 3},  {"avr", 4},
    {"abr", 4},    {"апр", 4},    {"mai", 5},      {"maggio", 5}, {"mayo", 5}, {"мая", 5},
    {"juin", 6},   {"juni", 6},   {"giugno", 6},   {"июн", 6},    {"juil", 7}, {"juli", 7},
    {"luglio", 7}, {"июл", 7},    {"aout", 8},     {"agosto", 8}, {"авг", 8},  {"settembre", 9},
    {"сен", 9},    {"okt", 10},   {"ottobre", 10}, {"окт", 10},   {"ноя", 11}, {"dez", 12},
    {"dic", 12},   {"дек", 12}};

int month_of(std::string_view folded) {
  if (folded.size() < 3) return 0;
  for (const MonthName& row : other_months)
    if (folded.starts_with(row.beginning)) return row.month;
  for (std::size_t m = 0; m < month_beginnings_en.size(); ++m)
    if (folded.starts_with(month_beginnings_en[m])) return static_cast<int>(m) + 1;
  return 0;
}

int digits_value(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < 1950 || year > 2100) return std::nullopt;
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string text = std::to_string(year);
  if (month > 0) text += '-' + two(month);
  if (day > 0) text += '-' + two(day);
  return Date::parse(text);
}

}  // namespace

std::optional<DatedSpan> date_at(std::string_view text, const std::vector<Token>& tokens,
                                 std::uint32_t at, std::uint32_t last) {
  const auto written = [&](std::uint32_t i) {
    return i < last ? text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin)
                    : std::string_view();
  };
  const auto month_at = [&](std::uint32_t i) {
    return i < last && tokens[i].is_word && !tokens[i].number
               ? month_of(folded_text(text, tokens[i]))
               : 0;
  };
  const auto done = [](std::optional<Date> date, std::uint32_t end) -> std::optional<DatedSpan> {
    if (!date) return std::nullopt;
    return DatedSpan{end, *date};
  };
  if (at >= last || !tokens[at].is_word) return std::nullopt;
  if (!tokens[at].number) {  // "November 2018", "November 22, 2024"
    const int month = month_at(at);
    if (month == 0) return std::nullopt;
    const int next = digits_value(written(at + 1));
    if (next >= 1950) return done(make_date(next, month, 0), at + 2);
    const std::uint32_t comma = written(at + 2) == "," ? at + 3 : at + 2;
    if (next < 1 || next > 31) return std::nullopt;
    return done(make_date(digits_value(written(comma)), month, next), comma + 1);
  }
  const std::string_view first = written(at);
  if (first.size() >= 8 && std::ranges::count(first, '.') == 2) {  // 15.08.2025
    const std::size_t dot = first.find('.');
    const std::size_t second = first.find('.', dot + 1);
    return done(make_date(digits_value(first.substr(second + 1)),
                          digits_value(first.substr(dot + 1, second - dot - 1)),
                          digits_value(first.substr(0, dot))),
                at + 1);
  }
  const int number = digits_value(first);
  if (number >= 1950 && number <= 2100) return done(make_date(number, 0, 0), at + 1);
  std::uint32_t next = at + 1;
  if (written(next) == ".") ++next;  // "22. Februar"
  const int month = month_at(next);
  if (number < 1 || number > 31 || month == 0) return std::nullopt;
  const std::uint32_t year = written(next + 1) == "," ? next + 2 : next + 1;
  return done(make_date(digits_value(written(year)), month, number), year + 1);
}

Period find_period(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
                   std::uint32_t last) {
  const auto folded = [&](std::uint32_t i) {
    return i >= first && i < last ? folded_text(text, tokens[i]) : std::string();
  };
  const auto is_one_of = [](const std::string& word,
                            std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
  };
  for (std::uint32_t i = first; i < last; ++i) {
    const bool may_begin =
        tokens[i].number || (i + 1 < last && tokens[i].is_word && tokens[i + 1].number);
    if (!may_begin) continue;
    const auto start = date_at(text, tokens, i, last);
    if (!start) continue;
    if (is_one_of(folded(start->end),
                  {"to", "until", "till", "-", "–", "bis", "au", "a", "al", "до", "по", "through"}))
      if (const auto end = date_at(text, tokens, start->end + 1, last);
          end && end->date.last_day() >= start->date.first_day())
        return {start->date, end->date};
    if (i > first && is_one_of(folded(i - 1), {"since", "depuis", "seit", "dal", "desde", "с"}))
      return {start->date, {}};
    i = start->end - 1;
  }
  return {};
}

}  // namespace oscegraph::press
