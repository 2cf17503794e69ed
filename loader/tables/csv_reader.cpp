// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/tables/csv_reader.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/text/white_space.hpp"
#include "oscegraph/loader/tables/mapping.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view attribute_prefix = "attributes.";
/// A column in tables saved from a part of a graph by the explorer page: each row says so, for
/// people.
constexpr std::string_view part_column = "part_of_graph";

/// The use of one column (or constant) of the table.
struct Target {
  std::optional<Field> field;
  bool aliases = false;
  std::string attribute;                  ///< name of the attribute, if it is one
  std::size_t column = 0;                 ///< column in the table
  const std::string* constant = nullptr;  ///< used instead of a column
  std::optional<CodeColumn> codes;        ///< set if the column has codes
};

/// A record that each row states.
struct RowRecord {
  RecordType type = RecordType::claim;
  std::vector<Target> targets;
  bool stated_by_table = false;  ///< a claim whose document is the table itself
  std::uint64_t map_line = 0;    ///< line of the mapping where it begins
  std::uint64_t not_stated = 0;  ///< number of rows in which a required cell is empty
  bool stated = false;           ///< whether the current row states it
  bool left_out = false;         ///< the current row leaves it out: a word is translated to ""

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
    // The header's problem was reported; the mapping is not reported as unused as well.
    if (header_.empty()) context_.map_used = context_.map != nullptr;
    if (header_.empty() || !read_header()) return tell_unread();
    std::vector<CsvField> row;
    rows_.on_damaged([this](const std::vector<CsvField>& damaged) { remember(damaged); });
    while (rows_.next(row)) {
      if (part_ && !row[*part_].text.empty())
        tell_what_it_says(source_, row[*std::exchange(part_, std::nullopt)].text, context_);
      push_records(row);
    }
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
    bool fine = true;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      Target target = target_of(type, header_[i].text);
      target.column = i;
      if (header_[i].text == part_column) {
        part_ = i;
        continue;
      }
      if (target.field || target.aliases || !target.attribute.empty()) {
        if (rows_.second(header_[i].text) == i) fine = report_twice(i);
        else record.targets.push_back(std::move(target));
        continue;
      }
      fine = false;
      const auto names = field_names(type);
      rows_.report(
          header_[i].line, header_[i].column,
          "a " + std::string(row_of(type).name) + " has no field " + in_quotes(header_[i].text),
          "fields are " + join_and(names), did_you_mean(header_[i].text, names));
    }
    for (const FieldRow& field : row_of(type).fields)
      if (field.required && !record.has(field.field)) {
        fine = false;
        rows_.report(1, 0, "the table has no column '" + std::string(field.name) + "'",
                     "every " + std::string(row_of(type).name) + " needs one");
      }
    return fine;
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

  bool report_twice(std::size_t column) {
    if (std::ranges::count(told_twice_, column) > 0) return false;
    told_twice_.push_back(column);
    rows_.report(header_[column].line, header_[column].column,
                 "two columns are called " + in_quotes(header_[column].text), "", "rename one");
    return false;
  }

  bool map_by(const Mapping& map) {
    by_map_ = true;
    bool fine = true;
    for (const Mapping::RecordMap& mapped : map.records) {
      RowRecord& record = records_.emplace_back();
      record.type = mapped.type;
      record.map_line = mapped.line;
      for (const Mapping::Entry& entry : mapped.entries) {
        Target target = target_of(mapped.type, entry.field);
        if (entry.column.empty()) target.constant = &entry.constant;
        else if (const auto column = rows_.find(entry.column)) target.column = *column;
        else if (std::ranges::count(missing_, entry.column, &Mapping::Entry::column) == 0)
          missing_.push_back(entry);
        if (const auto second = rows_.second(entry.column); second && target.constant == nullptr)
          fine = report_twice(*second);
        if (mapped.type == RecordType::claim && target.field && target.constant == nullptr)
          target.codes = codes_in(map, *target.field, entry.column);
        record.targets.push_back(std::move(target));
      }
      record.stated_by_table = mapped.type == RecordType::claim && !record.has(Field::document);
    }
    report_missing_columns(map);
    fine = fine && missing_.empty();
    if (fine && std::ranges::any_of(records_, &RowRecord::stated_by_table))
      return push_table_as_document();
    return fine;
  }

  /// Reports each missing column once. If none of the columns exists, the header is elsewhere or it
  /// is another table.
  void report_missing_columns(const Mapping& map) {
    std::vector<std::string_view> names;
    for (const CsvField& field : header_)
      if (!field.text.empty()) names.push_back(field.text);
    const auto report = [&](const Mapping::Entry& at, const std::string& what, std::string next) {
      context_.problems.report({{map.file, at.line, at.value_at},
                                source_.name + " has " + what,
                                "its columns are " + join_and(names),
                                std::move(next)});
    };
    if (missing_.size() > 1 && none_found(map)) {
      std::vector<std::string> wanted;
      for (const Mapping::Entry& entry : missing_) wanted.push_back(in_quotes(entry.column));
      return report(missing_.front(), "none of the columns " + join_and(wanted),
                    "the first line of the table should be its header");
    }
    for (const Mapping::Entry& entry : missing_) {
      std::string next = did_you_mean(entry.column, names);
      if (next.empty())
        next = "a value that is the same in every row is in double quotes: " + entry.field +
               " = \"" + entry.column + '"';
      report(entry, "no column " + in_quotes(entry.column), std::move(next));
    }
  }

  [[nodiscard]] bool none_found(const Mapping& map) const {
    return std::ranges::none_of(map.records, [&](const Mapping::RecordMap& record) {
      return std::ranges::any_of(record.entries, [&](const Mapping::Entry& entry) {
        return !entry.column.empty() && rows_.find(entry.column);
      });
    });
  }

  /// Makes the table itself a document, which states the claims that have none.
  bool push_table_as_document() {
    document_id_ = document_name_of(source_, context_);
    if (invalid_utf8(document_id_) != std::string::npos) {
      rows_.report(0, 0,
                   "the file's name is not UTF-8, and its claims name the file as their document",
                   "", "rename it, or say in the mapping which document states them");
      return false;
    }
    Record document;
    document.type = RecordType::document;
    document.source = context_.source;
    document.line = 1;
    document[Field::id] = {document_id_, ValueType::text, 1, 1};
    document[Field::title] = {document_id_, ValueType::text, 1, 1};
    document[Field::file] = {document_id_, ValueType::text, 1, 1};
    context_.sink.accept(document);
    return true;
  }

  /// Pushes the records of a row. A row with an empty implementer cell states no implementer, but
  /// still the payer. A row that states nothing is a mistake, which the first record reports,
  /// unless the mapping translates the word in the cell to nothing.
  void push_records(const std::vector<CsvField>& row) {
    for (RowRecord& record : records_) look_at_needed_cells(record, row);
    const bool mistake = std::ranges::none_of(
        records_, [](const RowRecord& record) { return record.stated || record.left_out; });
    for (RowRecord& record : records_) {
      if (record.stated || (mistake && &record == &records_[0])) {
        fill(record, row);
        context_.sink.accept(record_);
      } else if (!mistake) {
        ++record.not_stated;
      }
    }
  }

  void look_at_needed_cells(RowRecord& record, const std::vector<CsvField>& row) const {
    record.stated = true;
    record.left_out = false;
    for (const Target& target : record.targets) {
      if (!is_needed(record, target)) continue;
      const std::string_view text = row[target.column].text;
      const bool empty = by_map_ ? is_white_space(text) : text.empty();
      const bool nothing = !empty && by_map_ &&
                           is_white_space(translated(*context_.map, name_of(*target.field), text));
      record.stated = record.stated && !empty && !nothing;
      record.left_out = record.left_out || nothing;
    }
  }

  [[nodiscard]] static bool is_needed(const RowRecord& record, const Target& target) {
    return target.field && target.constant == nullptr &&
           std::ranges::any_of(row_of(record.type).fields, [&](const FieldRow& field) {
             return field.field == *target.field && field.required;
           });
  }

  /// No record of the table can be read: pushes placeholders, so that references to them are not
  /// reported as errors.
  void tell_unread() {
    const auto own = type_of_table(source_.name);
    for (const RecordRow& type : record_types()) {
      const bool of_table = std::ranges::count(records_, type.type, &RowRecord::type) > 0;
      if (own ? type.type != *own : !records_.empty() && !of_table) continue;
      record_.clear();
      record_.type = type.type;
      record_.source = context_.source;
      record_.damaged = record_.unread = true;
      context_.sink.accept(record_);
    }
  }

  /// Pushes a damaged row as damaged records, as far as its cells can be used.
  void remember(const std::vector<CsvField>& row) {
    std::vector<CsvField> cells = row;
    for (CsvField& cell : cells)
      if (invalid_utf8(cell.text) != std::string_view::npos) cell.text = {};
    cells.resize(header_.size(), {{}, row.front().line, 1});
    for (const RowRecord& record : records_) {
      fill(record, cells);
      record_.damaged = true;
      context_.sink.accept(record_);
    }
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
      if (!value.present()) {
        // keeps its place, for a message that it is missing
        if (target.field) record_[*target.field] = value;
        continue;
      }
      if (target.aliases) split_aliases(value);
      else if (!target.field) record_.attributes.push_back({target.attribute, value});
      else if (!by_map_) record_[*target.field] = value;
      else put_mapped_cell(target, value);
    }
    if (by_map_) complete_mapped_row();
    if (from.stated_by_table)
      record_[Field::document] = {document_id_, ValueType::text, record_.line, 1};
  }

  void put_mapped_cell(const Target& target, const Value& value) {
    put_mapped(*context_.map, *target.field, value, target.constant != nullptr, record_,
               converted_);
    // A value that the mapping has translated is not a code any more.
    if (target.codes && translated(*context_.map, name_of(*target.field), value.text) == value.text)
      record_.codes.push_back({*target.field, &*target.codes});
  }

  /// Completes a claim of somebody's own table: its locator is the row, and a constant currency is
  /// dropped when there is no amount.
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
    std::string_view text = target.constant != nullptr ? *target.constant : field.text;
    if (by_map_) text = without_outer_space(text);
    if (text.empty()) return {{}, ValueType::absent, field.line, field.column};
    return {text, ValueType::text, field.line, field.column};
  }

  void split_aliases(const Value& list) {
    std::string alias;
    const auto end_alias = [&] {
      if (by_map_) alias = with_single_blanks(alias);
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
  /// entries whose column does not exist; the first for each column
  std::vector<Mapping::Entry> missing_;
  std::optional<std::size_t> part_;  ///< the column part_of_graph, until it was reported
  /// columns with a name that occurs twice, already reported
  std::vector<std::size_t> told_twice_;
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

void read_table(Source& source, CsvRows& rows, ReadContext& context) {
  CsvReader(source, rows, context).read();
}

}  // namespace oscegraph
