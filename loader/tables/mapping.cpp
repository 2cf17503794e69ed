// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/tables/mapping.hpp"

#include <algorithm>
#include <span>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/text/white_space.hpp"
#include "oscegraph/loader/inputs/text_check.hpp"
#include "oscegraph/loader/records/fields.hpp"

namespace oscegraph {
namespace {

constexpr auto trimmed = without_outer_space;

/// Codes may only stand for payers and receivers: `via` names projects, which have no codes.
bool may_be_coded(std::string_view field) { return field == "from" || field == "to"; }

/// The value of `records` for a file of nodes and edges.
constexpr std::string_view graph = "graph";

class MappingParser {
 public:
  MappingParser(const std::string& file, std::string_view text, Problems& problems)
      : text_(text),
        problems_(problems) {
    mapping_.file = file;
    mapping_.records.emplace_back();
  }

  std::optional<Mapping> parse() {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::string_view rest = text_;
    if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
    if (!check_text(rest, mapping_.file, 1, 1, problems_)) return std::nullopt;
    while (!rest.empty()) {
      ++line_;
      const std::size_t end = rest.find('\n');
      whole_line_ = rest.substr(0, end);
      read_line(trimmed(whole_line_));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    for (const Mapping::RecordMap& record : mapping_.records) check_fields(record);
    check_words();
    check_codes();
    return ok_ ? std::optional(std::move(mapping_)) : std::nullopt;
  }

 private:
  void report(std::uint64_t line, std::uint64_t column, std::string what, std::string allowed = {},
              std::string next = {}) {
    ok_ = false;
    problems_.report(
        {{mapping_.file, line, column}, std::move(what), std::move(allowed), std::move(next)});
  }
  /// Reports a fault at `part` of the current line.
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
    else if (left == "numbers") set_style(mapping_.styles.numbers, number_styles(), left, right);
    else if (left == "dates") set_style(mapping_.styles.dates, date_styles(), left, right);
    else add_entry(left, right);
  }

  /// Begins a record. The first `records` line also names the record of the lines above it.
  void begin_record(std::string_view table) {
    const auto type = record_type(table);
    if (named_ && (mapping_.graph || table == graph))
      return fail(table, "a graph is mapped by one list of fields", "",
                  "leave out the other 'records' lines");
    mapping_.graph = table == graph;
    const bool another_type =
        type && *type != RecordType::claim && is_claim(mapping_.records[0].entries);
    if (named_ || another_type) mapping_.records.emplace_back();
    above_ = named_ || another_type ? 0 : mapping_.records[0].entries.size();
    named_ = true;
    mapping_.records.back().line = line_;
    if (type) mapping_.records.back().type = *type;
  }

  /// Parses a line such as: relation "gives to" = "funds"
  void read_word(std::string_view line) {
    const std::size_t open = line.find('"');
    const std::size_t close = line.find('"', open + 1);
    const std::string_view field = trimmed(line.substr(0, open));
    const std::string_view rest =
        close == std::string_view::npos ? std::string_view() : trimmed(line.substr(close + 1));
    const std::string_view right = rest.starts_with('=') ? trimmed(rest.substr(1)) : rest;
    if (field.empty() || right.empty() || !rest.starts_with('=') ||
        (field != "codes" && !is_quoted(right)))
      return fail(line, in_quotes(line) + " is not a mapping line",
                  "a word is translated by 'field \"theirs\" = \"ours\"'");
    const std::string written = with_single_blanks(line.substr(open + 1, close - open - 1));
    if (field == "codes") return set_codes(line.substr(open), written, right);
    for (const Mapping::Word& word : mapping_.words)
      if (word.field == field && word.written == written)
        return fail(line.substr(open), "the " + std::string(field) + ' ' + in_quotes(written) +
                                           " is translated twice");
    mapping_.words.push_back({std::string(field), written,
                              std::string(right.substr(1, right.size() - 2)), line_,
                              column_of(field), column_of(right)});
  }

  /// Handles a line such as: codes "Donor code" = DAC
  void set_codes(std::string_view header_on, const std::string& header, std::string_view lists) {
    if (std::ranges::any_of(mapping_.codes, [&](const Mapping::Codes& codes) {
          return codes.column.header == header;
        }))
      return fail(header_on, "the codes of column " + in_quotes(header) + " are named twice");
    std::vector<std::string_view> allowed;
    for (const CodeListsRow& row : code_lists_rows()) {
      if (row.text == lists)
        return mapping_.codes.push_back({{header, row.lists, true}, line_, column_of(header_on)});
      allowed.push_back(row.text);
    }
    fail(lists, "unknown list of codes " + in_quotes(lists), "allowed are " + join_or(allowed),
         did_you_mean(lists, allowed));
  }

  static bool is_quoted(std::string_view text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"';
  }

  /// Whether the entries have all fields that a claim needs.
  static bool is_claim(std::span<const Mapping::Entry> entries) {
    return std::ranges::all_of(row_of(RecordType::claim).fields, [&](const FieldRow& field) {
      return !field.required || field.field == Field::document ||
             std::ranges::count(entries, field.name, &Mapping::Entry::field) > 0;
    });
  }

  /// Makes the lines above the first `records` line a record of their own.
  void part_from_lines_above() {
    Mapping::RecordMap& above = mapping_.records.back();
    const auto first = above.entries.begin() + static_cast<std::ptrdiff_t>(above_);
    Mapping::RecordMap next{above.type, {first, above.entries.end()}, above.line};
    above.entries.erase(first, above.entries.end());
    above.line = above.entries.front().line;
    mapping_.records.push_back(std::move(next));
    above_ = 0;
  }

  void add_entry(std::string_view field, std::string_view right) {
    const auto above = std::span(mapping_.records.back().entries).first(above_);
    const bool is_above = std::ranges::count(above, field, &Mapping::Entry::field) > 0;
    if (is_above && mapping_.records.back().type == RecordType::claim && is_claim(above))
      part_from_lines_above();
    std::vector<Mapping::Entry>& entries = mapping_.records.back().entries;
    if (std::ranges::count(entries, field, &Mapping::Entry::field) > 0)
      return fail(field, "field " + in_quotes(field) + " is mapped twice", "",
                  "begin another record with 'records = ...' when a row states several");
    const std::uint64_t value_at = column_of(right);
    const bool constant = is_quoted(right);
    if (constant) right = right.substr(1, right.size() - 2);
    entries.push_back({std::string(field), constant ? "" : with_single_blanks(right),
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

  template <typename Style, typename Rows>
  void set_style(Style& style, const Rows& rows, std::string_view what, std::string_view text) {
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

  /// Checks the fields of a record. Called after the last line, since `records` may follow the
  /// lines it belongs to.
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

  void check_codes() {
    std::vector<std::string_view> columns;
    for (const Mapping::RecordMap& record : mapping_.records)
      for (const Mapping::Entry& entry : record.entries)
        if (may_be_coded(entry.field) && !entry.column.empty()) columns.push_back(entry.column);
    for (const auto& [column, line, header_at] : mapping_.codes)
      if (std::ranges::count(columns, column.header) == 0)
        report(line, header_at,
               "neither 'from' nor 'to' is mapped to a column " + in_quotes(column.header),
               "codes stand for who pays or receives", did_you_mean(column.header, columns));
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

  /// In a graph file, ids and ends do not come from columns.
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

  /// Checks a constant once, so that a wrong one is not reported in each row.
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
    StringInterner strings;
    FieldReader fields(record, mapping_.file, problems_, strings);
    const auto fine = [&](const auto& described, auto values) {
      return check_values(described, fields, values);
    };
    switch (record.type) {
      case RecordType::document: ok_ = fine(document_fields, DocumentValues()) && ok_; break;
      case RecordType::node: ok_ = fine(node_fields, NodeValues()) && ok_; break;
      case RecordType::claim: {
        ClaimValues claim;
        ok_ = fine(claim_fields, claim) && check_money(fields, claim) && ok_;
        break;
      }
    }
  }

  std::string_view text_;
  Problems& problems_;
  std::string_view whole_line_;
  std::uint64_t line_ = 0;
  bool named_ = false;
  std::size_t above_ =
      0;  ///< entries above the first `records` line, while they may yet stand alone
  bool ok_ = true;
  Mapping mapping_;
};

}  // namespace

std::string_view translated(const Mapping& map, std::string_view field, std::string_view written) {
  const bool plain = has_single_blanks(written);
  const std::string squeezed = plain || map.words.empty() ? "" : with_single_blanks(written);
  const std::string_view word_of_theirs = plain ? written : std::string_view(squeezed);
  for (const Mapping::Word& word : map.words)
    if (word.written == word_of_theirs && word.field == field) return word.meant;
  return written;
}

namespace {

/// Whether a field is compared with others, or with our words, so that line breaks in it are
/// ignored.
bool is_compared(Field field) {
  switch (field) {
    case Field::publisher:
    case Field::url:
    case Field::file:
    case Field::checksum:
    case Field::locator:
    case Field::quote: return false;
    default: return true;
  }
}

}  // namespace

void put_mapped(const Mapping& map, Field field, Value value, bool constant, Record& record,
                std::deque<std::string>& kept) {
  const std::string_view written = value.text;
  const auto keep = [&](std::string text) { value.text = kept.emplace_back(std::move(text)); };
  value.text = without_outer_space(translated(map, name_of(field), written));
  if (is_compared(field) && !has_single_blanks(value.text)) keep(with_single_blanks(value.text));
  if (value.text.empty()) return;
  bool misfit = false;
  if (field == Field::amount || field == Field::share) {
    // A constant in the mapping may be in our notation, whatever the table's.
    auto number = plain_number(value.text, map.styles.numbers);
    misfit = !number && !constant;
    if (number && *number != value.text) keep(std::move(*number));
  } else if (field == Field::date || field == Field::start || field == Field::end) {
    std::string date = iso_date(value.text, map.styles.dates);
    if (date != value.text) keep(std::move(date));
  }
  record.styles = &map.styles;
  if (misfit || value.text != written) record.written.push_back({field, written, misfit});
  record[field] = value;
}

std::optional<CodeColumn> codes_in(const Mapping& map, Field field, std::string_view column) {
  if (!may_be_coded(name_of(field))) return std::nullopt;
  for (const Mapping::Codes& codes : map.codes)
    if (codes.column.header == column) return codes.column;
  const auto lists = code_lists_in_header(column);
  return lists ? std::optional(CodeColumn{std::string(column), *lists}) : std::nullopt;
}

std::optional<Mapping> parse_mapping(const std::string& file, std::string_view text,
                                     Problems& problems) {
  return MappingParser(file, text, problems).parse();
}

}  // namespace oscegraph
