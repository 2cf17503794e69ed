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

/// What `records` is for a file of nodes and edges.
constexpr std::string_view graph = "graph";

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
    for (const Mapping::RecordMap& record : mapping_.records) check_fields(record);
    check_words();
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
    if (line.find('"') < equals) return read_word(line);
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
    if (named_ && (mapping_.graph || table == graph))
      return fail(table, "a graph is mapped by one list of fields", "",
                  "leave out the other 'records' lines");
    mapping_.graph = table == graph;
    if (named_) mapping_.records.emplace_back();
    named_ = true;
    mapping_.records.back().line = line_;
    if (type) mapping_.records.back().type = *type;
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
      return fail(line, in_quotes(line) + " is not a mapping line",
                  "a word is translated by 'field \"theirs\" = \"ours\"'");
    const std::string_view written = line.substr(open + 1, close - open - 1);
    for (const Mapping::Word& word : mapping_.words)
      if (word.field == field && word.written == written)
        return fail(line.substr(open), "the " + std::string(field) + ' ' + in_quotes(written) +
                                           " is translated twice");
    mapping_.words.push_back({std::string(field), std::string(written),
                              std::string(right.substr(1, right.size() - 2)), line_,
                              column_of(field), column_of(right)});
  }

  static bool is_quoted(std::string_view text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"';
  }

  void add_entry(std::string_view field, std::string_view right) {
    std::vector<Mapping::Entry>& entries = mapping_.records.back().entries;
    if (std::ranges::count(entries, field, &Mapping::Entry::field) > 0)
      return fail(field, "field " + in_quotes(field) + " is mapped twice", "",
                  "begin another record with 'records = ...' when a row states several");
    const std::uint64_t value_at = column_of(right);
    const bool constant = is_quoted(right);
    if (constant) right = right.substr(1, right.size() - 2);
    entries.push_back({std::string(field), constant ? "" : std::string(right),
                       constant ? std::string(right) : "", line_, column_of(field), value_at});
  }

  [[nodiscard]] std::optional<RecordType> record_type(std::string_view table) {
    if (table == graph) return std::nullopt;
    std::vector<std::string_view> tables;
    for (const RecordRow& row : record_types()) {
      if (row.table == table) return row.type;
      tables.push_back(row.table);
    }
    tables.push_back(graph);
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
    for (const Mapping::Entry& entry : record.entries) {
      if (!has_field(record, entry.field))
        report_unknown_field(record, entry.field, entry.line, entry.field_at);
      else if (entry.column.empty())
        check_word(entry.field, entry.constant, entry.line, entry.value_at);
    }
    if (mapping_.graph) return;
    for (const FieldRow& field : row_of(record.type).fields) {
      const bool given_by_table =
          record.type == RecordType::claim && field.field == Field::document;
      if (field.required && !given_by_table &&
          std::ranges::count(record.entries, field.name, &Mapping::Entry::field) == 0)
        report(record.line, 0, "the mapping names no column for '" + std::string(field.name) + "'",
               "every " + std::string(row_of(record.type).name) + " needs one");
    }
  }

  void check_words() {
    for (const Mapping::Word& word : mapping_.words) {
      const bool known = std::ranges::any_of(
          mapping_.records, [&](const auto& record) { return has_field(record, word.field); });
      if (known) check_word(word.field, word.meant, word.line, word.value_at);
      else report_unknown_field(mapping_.records.front(), word.field, word.line, word.field_at);
    }
  }

  [[nodiscard]] bool has_field(const Mapping::RecordMap& record, std::string_view field) const {
    const bool has_attributes = mapping_.graph || record.type == RecordType::node;
    return (has_attributes && field.starts_with("attributes.")) ||
           (field != "attributes" && std::ranges::count(allowed_fields(record), field) > 0);
  }

  void report_unknown_field(const Mapping::RecordMap& record, std::string_view field,
                            std::uint64_t line, std::uint64_t column) {
    const auto names = allowed_fields(record);
    const std::string_view noun = mapping_.graph ? graph : row_of(record.type).name;
    report(line, column, with_article(noun) + " has no field " + in_quotes(field),
           "fields are " + join_and(names), did_you_mean(field, names));
  }

  /// In a graph, ids and ends are not columns.
  [[nodiscard]] std::vector<std::string_view> allowed_fields(
      const Mapping::RecordMap& record) const {
    if (!mapping_.graph) return field_names(record.type);
    std::vector<std::string_view> names = field_names(RecordType::node);
    for (const std::string_view name : field_names(RecordType::claim)) names.push_back(name);
    std::erase_if(names, [](std::string_view name) {
      return name == "id" || name == "from" || name == "to";
    });
    return names;
  }

  /// What is the same in every row and wrong is one mistake here, and not one in each row.
  void check_word(std::string_view name, const std::string& word, std::uint64_t line,
                  std::uint64_t column) {
    Record record;
    for (const RecordRow& row : record_types()) {
      const auto field = find_field(row.type, name);
      if (!field || *field == Field::amount) continue;
      record.type = row.type;
      record[*field] = {word, ValueType::text, line, column + 1};
      break;
    }
    if (record[Field::currency].present()) record[Field::amount] = {"1", ValueType::text, 0, 0};
    FieldReader fields(record, source_.name, problems_);
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

std::string_view translated(const Mapping& map, std::string_view field, std::string_view written) {
  for (const Mapping::Word& word : map.words)
    if (word.written == written && word.field == field) return word.meant;
  return written;
}

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
