// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/mapping.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/fields.hpp"

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
  MappingParser(const Source& source, Problems& problems) : source_(source), problems_(problems) {
    mapping_.file = source.name;
    mapping_.records.emplace_back();
  }

  std::optional<Mapping> parse() {
    std::string_view rest = source_.text;
    while (!rest.empty()) {
      ++line_;
      const std::size_t end = rest.find('\n');
      whole_line_ = rest.substr(0, end);
      read_line(trimmed(whole_line_));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    for (const Mapping::RecordMap& record : mapping_.records) {
      check_fields(record);
      check_constants(record);
    }
    return ok_ ? std::optional(std::move(mapping_)) : std::nullopt;
  }

 private:
  void report(std::uint64_t line, std::uint64_t column, std::string what, std::string allowed = {},
              std::string next = {}) {
    ok_ = false;
    problems_.report(
        {{source_.name, line, column}, std::move(what), std::move(allowed), std::move(next)});
  }
  /// `part` of the current line is wrong.
  void fail(std::string_view part, std::string what, std::string allowed = {},
            std::string next = {}) {
    report(line_, column_of(part), std::move(what), std::move(allowed), std::move(next));
  }
  [[nodiscard]] std::uint64_t column_of(std::string_view part) const {
    return static_cast<std::uint64_t>(part.data() - whole_line_.data()) + 1;
  }

  void read_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    const std::size_t equals = line.find('=');
    const std::string_view left = trimmed(line.substr(0, equals));
    if (equals == std::string_view::npos || left.empty())
      return fail(line, in_quotes(line) + " is not a mapping line",
                  "a line is 'field = column' or 'field = \"value\"'");
    const std::string_view right = trimmed(line.substr(equals + 1));
    if (right.empty()) return fail(left, "no column is given for " + in_quotes(left));
    if (left == "records") begin_record(right);
    else if (left == "numbers") set_style(mapping_.numbers, number_styles, left, right);
    else if (left == "dates") set_style(mapping_.dates, date_styles, left, right);
    else add_entry(left, right);
  }

  /// The first `records` line names what the lines above it are about.
  void begin_record(std::string_view table) {
    const auto type = record_type(table);
    if (named_) mapping_.records.emplace_back();
    named_ = true;
    mapping_.records.back().line = line_;
    if (type) mapping_.records.back().type = *type;
  }

  void add_entry(std::string_view field, std::string_view right) {
    std::vector<Mapping::Entry>& entries = mapping_.records.back().entries;
    if (std::ranges::count(entries, field, &Mapping::Entry::field) > 0)
      return fail(field, "field " + in_quotes(field) + " is mapped twice", "",
                  "begin another record with 'records = ...' when a row states several");
    const std::uint64_t value_at = column_of(right);
    const bool constant = right.size() >= 2 && right.front() == '"' && right.back() == '"';
    if (constant) right = right.substr(1, right.size() - 2);
    entries.push_back({std::string(field), constant ? "" : std::string(right),
                       constant ? std::string(right) : "", line_, column_of(field), value_at});
  }

  [[nodiscard]] std::optional<RecordType> record_type(std::string_view table) {
    std::vector<std::string_view> tables;
    for (const RecordRow& row : record_types()) {
      if (row.table == table) return row.type;
      tables.push_back(row.table);
    }
    fail(table, "unknown kind of records " + in_quotes(table), "records are " + join_or(tables),
         did_you_mean(table, tables));
    return std::nullopt;
  }

  template <typename Style, std::size_t Count>
  void set_style(Style& style, const std::array<StyleRow<Style>, Count>& rows,
                 std::string_view what, std::string_view text) {
    std::vector<std::string_view> allowed;
    for (const auto& row : rows) {
      if (row.text == text) {
        style = row.style;
        return;
      }
      allowed.push_back(row.text);
    }
    fail(text, "unknown way to write " + std::string(what) + ' ' + in_quotes(text),
         "allowed are " + join_or(allowed));
  }

  /// After the last line, so that `records` may stand below what it is about.
  void check_fields(const Mapping::RecordMap& record) {
    const auto names = field_names(record.type);
    const std::string noun(row_of(record.type).name);
    for (const Mapping::Entry& entry : record.entries) {
      const bool attribute =
          record.type == RecordType::node && entry.field.starts_with("attributes.");
      if (attribute || (entry.field != "attributes" && std::ranges::count(names, entry.field) > 0))
        continue;
      report(entry.line, entry.field_at,
             with_article(noun) + " has no field " + in_quotes(entry.field),
             "fields are " + join_and(names), did_you_mean(entry.field, names));
    }
    for (const FieldRow& field : row_of(record.type).fields) {
      const bool given_by_table =
          record.type == RecordType::claim && field.field == Field::document;
      if (field.required && !given_by_table &&
          std::ranges::count(record.entries, field.name, &Mapping::Entry::field) == 0)
        report(record.line, 0, "the mapping names no column for '" + std::string(field.name) + "'",
               "every " + noun + " needs one");
    }
  }

  /// A wrong constant is one mistake here, and not one in each row.
  void check_constants(const Mapping::RecordMap& record) {
    Record constants;
    constants.type = record.type;
    for (const Mapping::Entry& entry : record.entries)
      if (const auto field = find_field(record.type, entry.field);
          field && entry.column.empty() && *field != Field::amount)
        constants[*field] = {entry.constant, ValueType::text, entry.line, entry.value_at + 1};
    if (constants[Field::currency].present())
      constants[Field::amount] = {"1", ValueType::text, 0, 0};
    FieldReader fields(constants, source_.name, problems_);
    fields.kind();
    fields.relation();
    fields.flow();
    fields.basis();
    fields.review();
    fields.date(Field::date);
    fields.period();
    fields.share();
    fields.amount();
    ok_ = ok_ && fields.ok();
  }

  const Source& source_;
  Problems& problems_;
  std::string_view whole_line_;
  std::uint64_t line_ = 0;
  bool named_ = false;
  bool ok_ = true;
  Mapping mapping_;
};

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Mapping> parse_mapping(const Source& source, Problems& problems) {
  return MappingParser(source, problems).parse();
}

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
