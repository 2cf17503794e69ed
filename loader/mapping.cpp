// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/mapping.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

template <typename Style>
struct StyleRow {
  std::string_view text;
  Style style;
};
constexpr std::array number_styles{StyleRow<NumberStyle>{"1234.56", NumberStyle::plain},
                                   StyleRow<NumberStyle>{"1,234.56", NumberStyle::point},
                                   StyleRow<NumberStyle>{"1.234,56", NumberStyle::comma}};
constexpr std::array date_styles{StyleRow<DateStyle>{"YYYY-MM-DD", DateStyle::iso},
                                 StyleRow<DateStyle>{"DD.MM.YYYY", DateStyle::day_first},
                                 StyleRow<DateStyle>{"MM/DD/YYYY", DateStyle::month_first}};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

class MappingParser {
 public:
  explicit MappingParser(const Source& source) : source_(source) { mapping_.file = source.name; }

  Mapping parse() {
    std::string_view rest = source_.text;
    while (!rest.empty()) {
      ++line_;
      const std::size_t end = rest.find('\n');
      read_line(trimmed(rest.substr(0, end)));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    check_fields();
    return std::move(mapping_);
  }

 private:
  [[noreturn]] void fail(std::string what, std::string allowed = {}, std::string next = {}) const {
    throw Error(
        Problem{{source_.name, line_}, std::move(what), std::move(allowed), std::move(next)});
  }

  void read_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const std::size_t equals = line.find('=');
    const std::string_view left = trimmed(line.substr(0, equals));
    if (equals == std::string_view::npos || left.empty())
      fail(in_quotes(line) + " is not a mapping line",
           "a line is 'field = column' or 'field = \"value\"'");
    const std::string_view right = trimmed(line.substr(equals + 1));
    if (right.empty()) fail("no column is given for " + in_quotes(left));
    if (left == "records") mapping_.type = record_type(right);
    else if (left == "numbers") mapping_.numbers = style(number_styles, left, right);
    else if (left == "dates") mapping_.dates = style(date_styles, left, right);
    else add_entry(left, right);
  }

  void add_entry(std::string_view field, std::string_view right) {
    if (std::ranges::count(mapping_.entries, field, &Mapping::Entry::field) > 0)
      fail("field " + in_quotes(field) + " is mapped twice");
    const bool constant = right.size() >= 2 && right.front() == '"' && right.back() == '"';
    if (constant) right = right.substr(1, right.size() - 2);
    mapping_.entries.push_back({std::string(field), constant ? "" : std::string(right),
                                constant ? std::string(right) : "", line_});
  }

  [[nodiscard]] RecordType record_type(std::string_view table) const {
    std::vector<std::string_view> tables;
    for (const RecordRow& row : record_types()) {
      if (row.table == table) return row.type;
      tables.push_back(row.table);
    }
    fail("unknown kind of records " + in_quotes(table), "records are " + join_or(tables),
         did_you_mean(table, tables));
  }

  template <typename Style, std::size_t Count>
  [[nodiscard]] Style style(const std::array<StyleRow<Style>, Count>& rows, std::string_view what,
                            std::string_view text) const {
    std::vector<std::string_view> allowed;
    for (const auto& row : rows) {
      if (row.text == text) return row.style;
      allowed.push_back(row.text);
    }
    fail("unknown way to write " + std::string(what) + ' ' + in_quotes(text),
         "allowed are " + join_or(allowed));
  }

  /// After the last line, so that `records` may stand anywhere.
  void check_fields() {
    const auto names = field_names(mapping_.type);
    for (const Mapping::Entry& entry : mapping_.entries) {
      line_ = entry.line;
      const bool attribute =
          mapping_.type == RecordType::node && entry.field.starts_with("attributes.");
      if (attribute || (entry.field != "attributes" && std::ranges::count(names, entry.field) > 0))
        continue;
      fail("a " + std::string(row_of(mapping_.type).name) + " has no field " +
               in_quotes(entry.field),
           "fields are " + join_and(names), did_you_mean(entry.field, names));
    }
    if (mapping_.entries.empty()) fail("the mapping names no column");
  }

  const Source& source_;
  std::uint64_t line_ = 0;
  Mapping mapping_;
};

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Mapping parse_mapping(const Source& source) { return MappingParser(source).parse(); }

std::string plain_number(std::string_view text, NumberStyle style) {
  if (style == NumberStyle::plain) return std::string(text);
  const char point = style == NumberStyle::comma ? ',' : '.';
  const char group = style == NumberStyle::comma ? '.' : ',';
  const std::size_t decimals = std::min(text.find(point), text.size());
  std::string result;
  std::size_t since_group = 0;
  bool grouped_before = false;
  // Groups must be of three, so that a number in the other style is never misread.
  for (std::size_t i = 0; i < decimals; ++i) {
    if (text[i] != group && text[i] != ' ' && text[i] != '\'') {
      result += text[i];
      ++since_group;
      continue;
    }
    if (since_group > 3 || since_group == 0 || (grouped_before && since_group != 3))
      return std::string(text);
    grouped_before = true;
    since_group = 0;
  }
  if (grouped_before && since_group != 3) return std::string(text);
  if (decimals < text.size()) result.append(".").append(text.substr(decimals + 1));
  return result;
}

std::string iso_date(std::string_view text, DateStyle style) {
  if (style == DateStyle::iso) return std::string(text);
  const char separator = style == DateStyle::day_first ? '.' : '/';
  const std::size_t first = text.find(separator);
  const std::size_t second =
      first == std::string_view::npos ? first : text.find(separator, first + 1);
  if (second == std::string_view::npos) return std::string(text);
  std::string parts[] = {std::string(text.substr(0, first)),
                         std::string(text.substr(first + 1, second - first - 1)),
                         std::string(text.substr(second + 1))};
  for (std::string& part : parts) {
    if (!all_digits(part)) return std::string(text);
    if (part.size() == 1) part.insert(0, 1, '0');
  }
  const bool day_first = style == DateStyle::day_first;
  return parts[2] + '-' + parts[day_first ? 1 : 0] + '-' + parts[day_first ? 0 : 1];
}

}  // namespace oscegraph
