// SPDX-License-Identifier: Apache-2.0
//
// Tables of records. documents.csv, nodes.csv and claims.csv have our field names as headers (a
// node's attributes as columns "attributes.NAME", its aliases separated by '|', with '\|' and '\\'
// for those characters themselves); any other table comes with a mapping, and its rows may state
// several records. An empty cell is a field that is not there.
#include <algorithm>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/csv_rows.hpp"
#include "oscegraph/loader/format.hpp"
#include "oscegraph/loader/graph_file/gephi_tables.hpp"

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

/// One of the records that each row states.
struct RowRecord {
  RecordType type = RecordType::claim;
  std::vector<Target> targets;
  bool stated_by_table = false;  ///< a claim whose document is the table itself
  std::uint64_t map_line = 0;    ///< where the mapping begins it
  std::uint64_t not_stated = 0;  ///< rows that leave a cell empty which it needs

  [[nodiscard]] bool has(Field field) const {
    return std::ranges::any_of(targets, [&](const Target& t) { return t.field == field; });
  }
};

class CsvReader {
 public:
  CsvReader(const Source& source, CsvRows& rows, ReadContext& context)
      : source_(source),
        context_(context),
        rows_(rows) {}

  void read() {
    if (!read_header()) return;
    std::vector<CsvField> row;
    while (rows_.next(row)) push_records(row);
    for (const RowRecord& record : records_) tell_not_stated(record, rows_.count());
  }

 private:
  bool read_header() {
    const auto own = type_of_table(source_.name);
    if (own) return map_own_header(*own);
    if (context_.map != nullptr && !context_.map->graph) {
      context_.map_used = true;
      return map_by(*context_.map);
    }
    rows_.report(1, 0, "which records this table holds is not known",
                 "tables are named documents.csv, nodes.csv or claims.csv",
                 "rename it, or say what its columns are with --map FILE");
    return false;
  }

  bool map_own_header(RecordType type) {
    RowRecord& record = records_.emplace_back();
    record.type = type;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      Target target = target_of(type, header_[i].text);
      target.column = i;
      if (target.field || target.aliases || !target.attribute.empty()) {
        if (!given_twice(i)) record.targets.push_back(std::move(target));
        continue;
      }
      const auto names = field_names(type);
      rows_.report(
          header_[i].line, header_[i].column,
          "a " + std::string(row_of(type).name) + " has no field " + in_quotes(header_[i].text),
          "fields are " + join_and(names), did_you_mean(header_[i].text, names));
    }
    for (const FieldRow& field : row_of(type).fields)
      if (field.required && !record.has(field.field))
        rows_.report(1, 0, "the table has no column '" + std::string(field.name) + "'",
                     "every " + std::string(row_of(type).name) + " needs one");
    return true;
  }

  [[nodiscard]] static Target target_of(RecordType type, std::string_view name) {
    Target target;
    target.field = find_field(type, name);
    if (type == RecordType::node) {
      target.aliases = name == "aliases";
      if (name.starts_with(attribute_prefix))
        target.attribute = name.substr(attribute_prefix.size());
    }
    return target;
  }

  bool given_twice(std::size_t column) {
    for (std::size_t i = 0; i < column; ++i)
      if (header_[i].text == header_[column].text) {
        rows_.report(header_[column].line, header_[column].column,
                     "column " + in_quotes(header_[column].text) + " is there twice");
        return true;
      }
    return false;
  }

  bool map_by(const Mapping& map) {
    by_map_ = true;
    bool all_found = true;
    for (const Mapping::RecordMap& mapped : map.records) {
      RowRecord& record = records_.emplace_back();
      record.type = mapped.type;
      record.map_line = mapped.line;
      for (const Mapping::Entry& entry : mapped.entries) {
        Target target = target_of(mapped.type, entry.field);
        if (entry.column.empty()) target.constant = &entry.constant;
        else if (const auto column = rows_.find(entry.column)) target.column = *column;
        else all_found = report_missing_column(map, entry);
        record.targets.push_back(std::move(target));
      }
      record.stated_by_table = mapped.type == RecordType::claim && !record.has(Field::document);
    }
    if (all_found && std::ranges::any_of(records_, &RowRecord::stated_by_table))
      push_table_as_document();
    return all_found;
  }

  bool report_missing_column(const Mapping& map, const Mapping::Entry& entry) {
    std::vector<std::string_view> names;
    for (const CsvField& field : header_) names.push_back(field.text);
    std::string next = did_you_mean(entry.column, names);
    if (next.empty())
      next = "a value that is the same in every row is in double quotes: " + entry.field + " = \"" +
             entry.column + '"';
    context_.problems.report({{map.file, entry.line, entry.value_at},
                              source_.name + " has no column " + in_quotes(entry.column),
                              "its columns are " + join_and(names),
                              std::move(next)});
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

  /// A row that leaves the implementer's cell empty states no implementer, and still who pays. One
  /// that states nothing at all is a mistake, which the first record shows.
  void push_records(const std::vector<CsvField>& row) {
    const bool nothing = std::ranges::none_of(
        records_, [&](const RowRecord& record) { return is_stated(record, row); });
    for (RowRecord& record : records_) {
      if (records_.size() > 1 && !is_stated(record, row) && !(nothing && &record == &records_[0])) {
        record.not_stated += nothing ? 0 : 1;
        continue;
      }
      fill(record, row);
      context_.sink.accept(record_);
    }
  }

  [[nodiscard]] static bool is_needed(const RowRecord& record, const Target& target) {
    return target.field && target.constant == nullptr &&
           std::ranges::any_of(row_of(record.type).fields, [&](const FieldRow& field) {
             return field.field == *target.field && field.required;
           });
  }

  [[nodiscard]] static bool is_stated(const RowRecord& record, const std::vector<CsvField>& row) {
    return std::ranges::none_of(record.targets, [&](const Target& target) {
      return is_needed(record, target) && row[target.column].text.empty();
    });
  }

  void tell_not_stated(const RowRecord& record, std::uint64_t rows) {
    if (record.not_stated == 0) return;
    std::vector<std::string> needed;
    for (const Target& target : record.targets)
      if (is_needed(record, target)) needed.push_back(in_quotes(header_[target.column].text));
    context_.warnings.push_back(
        {{source_.name},
         grouped(record.not_stated) + " of " + counted(rows, "row") + " leave " + join_or(needed) +
             " empty and state no such " + std::string(row_of(record.type).name) + " (" +
             context_.map->file + ", line " + to_text(record.map_line) + ")",
         "",
         ""});
  }

  void fill(const RowRecord& from, const std::vector<CsvField>& row) {
    record_.clear();
    converted_.clear();
    record_.type = from.type;
    record_.source = context_.source;
    record_.line = row.front().line;
    record_.column = 1;
    for (const Target& target : from.targets) {
      Value value = value_of(target, row);
      if (!value.present()) continue;
      if (target.aliases) split_aliases(value);
      else if (target.field) record_[*target.field] = convert(*target.field, value);
      else record_.attributes.push_back({target.attribute, value});
    }
    if (by_map_) complete_mapped_row();
    if (from.stated_by_table)
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
    if (!by_map_) return value;
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
  CsvRows& rows_;
  const std::vector<CsvField>& header_ = rows_.header();
  std::vector<RowRecord> records_;
  Record record_;
  std::deque<std::string> converted_;  ///< texts of the current record that are not in the source
  bool by_map_ = false;
  std::string document_id_;
};

}  // namespace

std::optional<RecordType> type_of_table(std::string_view path) {
  std::filesystem::path name = std::filesystem::path(path).filename();
  if (name.extension() == ".gz") name = name.stem();
  const std::string stem = name.stem().string();
  for (const RecordRow& row : record_types())
    if (row.table == stem) return row.type;
  return std::nullopt;
}

void read_csv(const Source& source, ReadContext& context) {
  CsvRows rows(source, context);
  if (rows.header().empty()) return;
  const bool tables_have_map = context.map != nullptr && !context.map->graph;
  if (!tables_have_map && is_gephi_table(rows)) read_gephi_table(source, rows, context);
  else CsvReader(source, rows, context).read();
}

}  // namespace oscegraph
