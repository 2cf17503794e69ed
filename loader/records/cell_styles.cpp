// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/records/cell_styles.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/text/white_space.hpp"
#include "oscegraph/graph/values/date.hpp"

namespace oscegraph {
namespace {

constexpr std::array number_rows{NumberStyleRow{"1234.56", NumberStyle::plain},
                                 NumberStyleRow{"1,234.56", NumberStyle::point},
                                 NumberStyleRow{"1.234,56", NumberStyle::comma}};
constexpr std::array date_rows{DateStyleRow{"YYYY-MM-DD", DateStyle::iso},
                               DateStyleRow{"DD.MM.YYYY", DateStyle::day_first},
                               DateStyleRow{"DD/MM/YYYY", DateStyle::day_first_slash},
                               DateStyleRow{"DD-MM-YYYY", DateStyle::day_first_hyphen},
                               DateStyleRow{"MM/DD/YYYY", DateStyle::month_first}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

/// Removes a leading minus: a hyphen, the minus sign or a dash, as keyboards and programs write it.
bool take_minus(std::string_view& text) {
  constexpr std::array<std::string_view, 7> signs{
      "-",           "\xE2\x88\x92", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93", "\xEF\xB9\xA3",
      "\xEF\xBC\x8D"};
  for (const std::string_view sign : signs)
    if (text.starts_with(sign)) {
      text = without_outer_space(text.substr(sign.size()));
      return true;
    }
  return false;
}

/// Removes a leading group mark and returns it; '\0' when there is none.
char take_group_mark(std::string_view& text, char mark) {
  if (const std::size_t blank = leading_white_space(text); blank > 0) {
    // Two blanks, or a line break, may separate two numbers.
    if (text.front() < ' ' && text.front() > 0) return '\0';
    if (text.front() == ' ' && blank > 1) return '\0';
    text.remove_prefix(blank);
    return ' ';
  }
  constexpr std::string_view raised = "\xE2\x80\x99";  // ’
  if (text.starts_with('\'') || text.starts_with(raised)) {
    text.remove_prefix(text.starts_with('\'') ? 1 : raised.size());
    return '\'';
  }
  if (!text.starts_with(mark)) return '\0';
  text.remove_prefix(1);
  return mark;
}

std::string_view take_digits(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, is_digit);
  const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

/// Parses a number without a sign, whose digits are in groups of three or not grouped.
std::optional<std::string> unsigned_number(std::string_view text, NumberStyle style) {
  const char point = style == NumberStyle::comma ? ',' : '.';
  const char mark = style == NumberStyle::comma ? '.' : ',';
  std::string digits(take_digits(text));
  if (digits.empty()) return std::nullopt;
  if (style != NumberStyle::plain) {
    const bool may_group = digits.size() <= 3 && digits.front() != '0';
    char first_mark = '\0';
    while (!text.empty() && text.front() != point) {
      const char found = take_group_mark(text, mark);
      const std::string_view group = take_digits(text);
      if (found == '\0' || group.size() != 3 || !may_group) return std::nullopt;
      if (first_mark != '\0' && found != first_mark) return std::nullopt;
      first_mark = found;
      digits += group;
    }
  }
  if (text.empty()) return digits;
  const std::string_view decimals = text.substr(1);
  if (text.front() != point || !all_digits(decimals)) return std::nullopt;
  return digits.append(".").append(decimals);
}

/// Removes the time of day: "2015-06-10T13:44:07+02:00", "10.6.2015 13:44"; other text is
/// unchanged.
std::string_view without_time(std::string_view text) {
  const std::size_t end = text.find_first_of(" T");
  if (end == std::string_view::npos || end == 0) return text;
  std::string_view time = without_outer_space(text.substr(end + 1));
  const auto take = [&](std::string_view before, std::size_t most) {
    if (!before.empty() && (time.empty() || before.find(time.front()) == std::string_view::npos))
      return false;
    std::string_view rest = time.substr(before.empty() ? 0 : 1);
    const std::size_t digits = take_digits(rest).size();
    if (digits == 0 || digits > most) return false;
    time = rest;
    return true;
  };
  if (!take("", 2) || !take(":", 2)) return text;
  if (take(":", 2)) take(".,", 9);
  time = without_outer_space(time);
  if (time == "Z" || time == "AM" || time == "PM" || time == "am" || time == "pm") time = {};
  if (take("+-", 4)) take(":", 2);
  return time.empty() ? text.substr(0, end) : text;
}

/// The parts of a date between two separators; empty unless they are three parts of digits.
std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (!all_digits(text.substr(0, end))) return {};
    parts.emplace_back(text.substr(0, end));
    if (parts.back().size() == 1) parts.back().insert(0, 1, '0');
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  return parts.size() == 3 ? parts : std::vector<std::string>();
}

char separator_of(DateStyle style) {
  switch (style) {
    case DateStyle::day_first: return '.';
    case DateStyle::day_first_slash:
    case DateStyle::month_first: return '/';
    default: return '-';
  }
}

template <typename Rows, typename Style, typename Reads>
std::string other_styles(std::string_view key, const Rows& rows, Style than, const Reads& reads) {
  std::vector<std::string> lines;
  for (const auto& row : rows)
    if (row.style != than && reads(row.style))
      lines.push_back("'" + std::string(key) + " = " + std::string(row.text) + "'");
  return lines.empty() ? std::string() : join_or(lines) + " would read it";
}

}  // namespace

std::span<const NumberStyleRow> number_styles() { return number_rows; }
std::span<const DateStyleRow> date_styles() { return date_rows; }
std::string_view name_of(NumberStyle style) {
  return std::ranges::find(number_rows, style, &NumberStyleRow::style)->text;
}
std::string_view name_of(DateStyle style) {
  return std::ranges::find(date_rows, style, &DateStyleRow::style)->text;
}

std::optional<std::string> plain_number(std::string_view text, NumberStyle style) {
  text = without_outer_space(text);
  bool minus = take_minus(text);
  if (!minus && text.size() > 2 && text.front() == '(' && text.back() == ')') {
    minus = true;
    text = without_outer_space(text.substr(1, text.size() - 2));
  }
  auto number = unsigned_number(text, style);
  if (number && minus) number->insert(0, 1, '-');
  return number;
}

std::string iso_date(std::string_view text, DateStyle style) {
  const std::string_view day = without_time(without_outer_space(text));
  if (Date::parse(day)) return std::string(day);
  if (day.size() > 5 && day[4] == '.' && Date::parse(day.substr(0, 4)) &&
      day.find_first_not_of('0', 5) == std::string_view::npos)
    return std::string(day.substr(0, 4));
  if (style == DateStyle::iso) return std::string(text);
  const std::vector<std::string> parts = parts_of(day, separator_of(style));
  if (parts.empty()) return std::string(text);
  const bool day_first = style != DateStyle::month_first;
  return parts[2] + '-' + parts[day_first ? 1 : 0] + '-' + parts[day_first ? 0 : 1];
}

std::string other_number_styles(std::string_view cell, NumberStyle than,
                                const std::function<bool(std::string_view number)>& fits) {
  return other_styles("numbers", number_rows, than, [&](NumberStyle style) {
    const auto number = plain_number(cell, style);
    return number && fits(*number);
  });
}

std::string other_date_styles(std::string_view cell, DateStyle than) {
  return other_styles("dates", date_rows, than, [&](DateStyle style) {
    return Date::parse(iso_date(cell, style)).has_value();
  });
}

}  // namespace oscegraph
