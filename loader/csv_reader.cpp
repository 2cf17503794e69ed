// SPDX-License-Identifier: Apache-2.0
//
// Tables of records. documents.csv, nodes.csv and claims.csv have our field names as headers (a
// node's attributes as columns "attributes.NAME", its aliases separated by '|', with '\|' and '\\'
// for those characters themselves); any other table comes with a mapping. An empty cell is a field
// that is not there.
#include <algorithm>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/csv_table.hpp"
#include "oscegraph/loader/format.hpp"
#include "oscegraph/loader/text_check.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view attribute_prefix = "attributes.";

/// Where one column (or constant) of the table goes.
struct Target {
  std::optional<Field> field;
  bool aliases = false;
  std::string attribute;                  ///< name, when it is one
  std::size_t column = 0;                 ///< in the table
  const std::string* constant = nullptr;  ///< instead of a column
};

std::optional<RecordType> type_of_table(std::string_view path) {
  std::filesystem::path name = std::filesystem::path(path).filename();
  if (name.extension() == ".gz") name = name.stem();
  const std::string stem = name.stem().string();
  for (const RecordRow& row : record_types())
    if (row.table == stem) return row.type;
  return std::nullopt;
}

class CsvReader {
 public:
  CsvReader(const Source& source, ReadContext& context)
      : source_(source),
        context_(context),
        table_(source.text, source.name) {}

  void read() {
    if (!read_header()) return;
    std::vector<CsvField> row;
    constexpr std::uint64_t rows_between_reports = 4096;
    for (std::uint64_t count = 1; next_row(row); ++count) {
      if (count % rows_between_reports == 0) context_.progressed(table_.position());
      if (!row_fits(row)) continue;
      fill(row);
      context_.sink.accept(record_);
    }
  }

 private:
  /// Damaged rows are reported; false only at the end of the table.
  bool next_row(std::vector<CsvField>& row) {
    for (;;) {
      try {
        return table_.next(row);
      } catch (const Error& error) {
        context_.problems.report(error.problem());
      }
    }
  }

  void report(std::uint64_t line, std::uint64_t column, std::string what, std::string allowed = {},
              std::string next = {}) {
    context_.problems.report(
        {{source_.name, line, column}, std::move(what), std::move(allowed), std::move(next)});
  }

  bool read_header() {
    if (!next_row(header_)) return false;
    for (CsvField& field : header_) {
      if (!check_text(field.text, source_.name, field.line, field.column, context_.problems))
        return false;
      const auto last = field.text.find_last_not_of(' ');
      field.text = field.text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    }
    const auto own = type_of_table(source_.name);
    record_.source = context_.source;
    if (own) return map_own_header(*own);
    if (context_.map != nullptr && !context_.map->graph) {
      context_.map_used = true;
      return map_by(*context_.map);
    }
    report(1, 0, "which records this table holds is not known",
           "tables are named documents.csv, nodes.csv or claims.csv",
           "rename it, or say what its columns are with --map FILE");
    return false;
  }

  bool map_own_header(RecordType type) {
    record_.type = type;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      Target target = target_of(header_[i].text);
      target.column = i;
      if (target.field || target.aliases || !target.attribute.empty()) {
        if (!given_twice(i)) targets_.push_back(std::move(target));
        continue;
      }
      const auto names = field_names(type);
      report(header_[i].line, header_[i].column,
             "a " + std::string(row_of(type).name) + " has no field " + in_quotes(header_[i].text),
             "fields are " + join_and(names), did_you_mean(header_[i].text, names));
    }
    for (const FieldRow& field : row_of(type).fields)
      if (field.required && !has(field.field))
        report(1, 0, "the table has no column '" + std::string(field.name) + "'",
               "every " + std::string(row_of(type).name) + " needs one");
    return true;
  }

  [[nodiscard]] Target target_of(std::string_view name) const {
    Target target;
    target.field = find_field(record_.type, name);
    if (record_.type == RecordType::node) {
      target.aliases = name == "aliases";
      if (name.starts_with(attribute_prefix))
        target.attribute = name.substr(attribute_prefix.size());
    }
    return target;
  }

  bool given_twice(std::size_t column) {
    for (std::size_t i = 0; i < column; ++i)
      if (header_[i].text == header_[column].text) {
        report(header_[column].line, header_[column].column,
               "column " + in_quotes(header_[column].text) + " is there twice");
        return true;
      }
    return false;
  }

  [[nodiscard]] bool has(Field field) const {
    return std::ranges::any_of(targets_, [&](const Target& t) { return t.field == field; });
  }

  bool map_by(const Mapping& map) {
    record_.type = map.type;
    by_map_ = true;
    for (const Mapping::Entry& entry : map.entries) {
      Target target = target_of(entry.field);
      if (entry.column.empty()) target.constant = &entry.constant;
      else if (const auto column = find_column(entry.column)) target.column = *column;
      else return report_missing_column(map, entry);
      targets_.push_back(std::move(target));
    }
    default_document_ = map.type == RecordType::claim && !has(Field::document);
    if (default_document_) push_table_as_document();
    return true;
  }

  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const {
    const auto found = std::ranges::find(header_, name, &CsvField::text);
    if (found == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.begin());
  }

  bool report_missing_column(const Mapping& map, const Mapping::Entry& entry) {
    std::vector<std::string_view> names;
    for (const CsvField& field : header_) names.push_back(field.text);
    context_.problems.report({{map.file, entry.line},
                              source_.name + " has no column " + in_quotes(entry.column),
                              "its columns are " + join_and(names),
                              did_you_mean(entry.column, names)});
    return false;
  }

  /// A spreadsheet is a document too: claims without one are stated by the table itself.
  void push_table_as_document() {
    document_id_ = std::filesystem::path(source_.name).filename().string();
    Record document;
    document.type = RecordType::document;
    document.source = context_.source;
    document.line = 1;
    document[Field::id] = {document_id_, ValueType::text, 1, 1};
    document[Field::title] = {document_id_, ValueType::text, 1, 1};
    document[Field::file] = {document_id_, ValueType::text, 1, 1};
    context_.sink.accept(document);
  }

  bool row_fits(const std::vector<CsvField>& row) {
    if (row.size() != header_.size()) {
      report(row.front().line, 1, "the row has " + counted(row.size(), "field"),
             "the header has " + to_text(header_.size()),
             "quote fields that hold the separator or a line break");
      return false;
    }
    return std::ranges::all_of(row, [&](const CsvField& field) {
      return check_text(field.text, source_.name, field.line, field.column, context_.problems);
    });
  }

  void fill(const std::vector<CsvField>& row) {
    record_.clear();
    converted_.clear();
    record_.line = row.front().line;
    record_.column = 1;
    for (const Target& target : targets_) {
      Value value = value_of(target, row);
      if (!value.present()) continue;
      if (target.aliases) split_aliases(value);
      else if (target.field) record_[*target.field] = convert(*target.field, value);
      else record_.attributes.push_back({target.attribute, value});
    }
    if (by_map_) complete_mapped_row();
    if (default_document_)
      record_[Field::document] = {document_id_, ValueType::text, record_.line, 1};
  }

  /// In somebody's own table the place is the row, and a currency that is the same for every row says
  /// nothing where there is no amount.
  void complete_mapped_row() {
    if (record_.type != RecordType::claim) return;
    if (!record_[Field::amount].present()) record_[Field::currency] = {};
    Value& locator = record_[Field::locator];
    if (!locator.present())
      locator = {converted_.emplace_back("line " + to_text(record_.line)), ValueType::text,
                 record_.line, 1};
  }

  [[nodiscard]] Value value_of(const Target& target, const std::vector<CsvField>& row) const {
    const CsvField& field = row[target.constant != nullptr ? 0 : target.column];
    const std::string_view text = target.constant != nullptr ? *target.constant : field.text;
    if (text.empty()) return {};
    return {text, ValueType::text, field.line, field.column};
  }

  /// People's own tables write numbers and dates their own way; the mapping says which.
  Value convert(Field field, Value value) {
    if (context_.map == nullptr || type_of_table(source_.name)) return value;
    value.text = translated(*context_.map, name_of(field), value.text);
    if (field == Field::amount || field == Field::share)
      value.text = converted_.emplace_back(plain_number(value.text, context_.map->numbers));
    if (field == Field::date || field == Field::start || field == Field::end)
      value.text = converted_.emplace_back(iso_date(value.text, context_.map->dates));
    return value;
  }

  void split_aliases(const Value& list) {
    std::string alias;
    const auto end_alias = [&] {
      if (!alias.empty())
        record_.aliases.push_back(
            {converted_.emplace_back(alias), ValueType::text, list.line, list.column});
      alias.clear();
    };
    for (std::size_t i = 0; i < list.text.size(); ++i) {
      const char c = list.text[i];
      if (c == '\\' && i + 1 < list.text.size()) alias += list.text[++i];
      else if (c == '|') end_alias();
      else alias += c;
    }
    end_alias();
  }

  const Source& source_;
  ReadContext& context_;
  CsvTable table_;
  std::vector<CsvField> header_;
  std::vector<Target> targets_;
  Record record_;
  std::deque<std::string> converted_;  ///< texts of the current record that are not in the source
  bool by_map_ = false;
  bool default_document_ = false;
  std::string document_id_;
};

}  // namespace

bool is_native_table(std::string_view path) { return type_of_table(path).has_value(); }

void read_csv(const Source& source, ReadContext& context) { CsvReader(source, context).read(); }

}  // namespace oscegraph
