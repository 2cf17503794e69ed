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
    if (line.find('"') < equals) return read_word(line);
    const std::string_view left = trimmed(line.substr(0, equals));
    if (equals == std::string_view::npos || left.empty())
      fail(in_quotes(line) + " is not a mapping line",
           "a line is 'field = column' or 'field = \"value\"'");
    const std::string_view right = trimmed(line.substr(equals + 1));
    if (right.empty()) fail("no column is given for " + in_quotes(left));
    if (left == "records") set_records(right);
    else if (left == "numbers") mapping_.numbers = style(number_styles, left, right);
    else if (left == "dates") mapping_.dates = style(date_styles, left, right);
    else add_entry(left, right);
  }

  /// relation "gives to" = "funds"
  void read_word(std::string_view line) {
    const std::size_t open = line.find('"');
    const std::size_t close = line.find('"', open + 1);
    const std::string_view field = trimmed(line.substr(0, open));
    const std::string_view rest =
        close == std::string_view::npos ? std::string_view() : trimmed(line.substr(close + 1));
    const std::string_view right = rest.starts_with('=') ? trimmed(rest.substr(1)) : rest;
    if (field.empty() || right.empty() || !rest.starts_with('=') || !is_quoted(right))
      fail(in_quotes(line) + " is not a mapping line",
           "a word is translated by 'field \"theirs\" = \"ours\"'");
    const std::string_view written = line.substr(open + 1, close - open - 1);
    for (const Mapping::Word& word : mapping_.words)
      if (word.field == field && word.written == written)
        fail("the " + std::string(field) + ' ' + in_quotes(written) + " is translated twice");
    mapping_.words.push_back({std::string(field), std::string(written),
                              std::string(right.substr(1, right.size() - 2)), line_});
  }

  static bool is_quoted(std::string_view text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"';
  }

  void add_entry(std::string_view field, std::string_view right) {
    if (std::ranges::count(mapping_.entries, field, &Mapping::Entry::field) > 0)
      fail("field " + in_quotes(field) + " is mapped twice");
    const bool constant = is_quoted(right);
    if (constant) right = right.substr(1, right.size() - 2);
    mapping_.entries.push_back({std::string(field), constant ? "" : std::string(right),
                                constant ? std::string(right) : "", line_});
  }

  void set_records(std::string_view table) {
    std::vector<std::string_view> tables;
    mapping_.graph = table == "graph";
    if (mapping_.graph) return;
    for (const RecordRow& row : record_types()) {
      if (row.table == table) {
        mapping_.type = row.type;
        return;
      }
      tables.push_back(row.table);
    }
    tables.push_back("graph");
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
    const std::vector<std::string_view> names = allowed_fields();
    const bool has_attributes = mapping_.graph || mapping_.type == RecordType::node;
    const auto check = [&](std::string_view field, std::uint64_t line) {
      line_ = line;
      if ((has_attributes && field.starts_with("attributes.")) ||
          (field != "attributes" && std::ranges::count(names, field) > 0))
        return;
      const std::string_view noun = mapping_.graph ? "graph" : row_of(mapping_.type).name;
      fail("a " + std::string(noun) + " has no field " + in_quotes(field),
           "fields are " + join_and(names), did_you_mean(field, names));
    };
    for (const Mapping::Entry& entry : mapping_.entries) check(entry.field, entry.line);
    for (const Mapping::Word& word : mapping_.words) check(word.field, word.line);
    if (mapping_.entries.empty() && mapping_.words.empty()) fail("the mapping names no column");
  }

  /// In a graph, ids and ends are not columns.
  [[nodiscard]] std::vector<std::string_view> allowed_fields() const {
    if (!mapping_.graph) return field_names(mapping_.type);
    std::vector<std::string_view> names = field_names(RecordType::node);
    for (const std::string_view name : field_names(RecordType::claim)) names.push_back(name);
    std::erase_if(names, [](std::string_view name) {
      return name == "id" || name == "from" || name == "to";
    });
    return names;
  }

  const Source& source_;
  std::uint64_t line_ = 0;
  Mapping mapping_;
};

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view translated(const Mapping& map, std::string_view field, std::string_view written) {
  for (const Mapping::Word& word : map.words)
    if (word.written == written && word.field == field) return word.meant;
  return written;
}

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
