// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/gephi_tables.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/graphs/graph_records.hpp"
#include "oscegraph/loader/graphs/value_text.hpp"

namespace oscegraph {
namespace {

/// Translates Gephi's own column names to the names used in other graph files.
std::string_view usual_name(std::string_view column) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> own{
      {{"Id", "id"}, {"Label", "label"}, {"Type", "type"}, {"Kind", "kind"}, {"Weight", "weight"}}};
  for (const auto& [gephi, usual] : own)
    if (column == gephi) return usual;
  return column;
}

/// Removes the doubling of backslashes, as Gephi does.
std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    result += text[i];
    if (text.substr(i, 2) == R"(\\)") ++i;
  }
  return result;
}

class GraphTable {
 public:
  GraphTable(const Source& source, CsvRows& rows, ReadContext& context)
      : rows_(rows),
        records_(source, context, &context.table_nodes),
        id_(rows.find("Id")),
        source_(rows.find("Source")),
        target_(rows.find("Target")) {
    element_.scope = source_ && target_ ? Scope::edge : Scope::node;
    type_ = element_.scope == Scope::edge ? rows_.find("Type") : std::nullopt;
  }

  void read() {
    const auto& header = rows_.header();
    for (std::size_t i = 0; i < header.size(); ++i)
      if (!is_end(i))
        columns_.emplace_back(i, records_.declare(element_.scope, plain(usual_name(header[i].text)),
                                                  ValueType::text));
    std::vector<CsvField> row;
    while (rows_.next(row)) accept(row);
    records_.finish();
  }

 private:
  void accept(const std::vector<CsvField>& row) {
    const auto text = [&](const std::optional<std::size_t>& column) {
      return column ? plain(row[*column].text) : std::string();
    };
    element_.id = text(id_);
    element_.from = text(source_);
    element_.to = text(target_);
    element_.direction = type_ ? direction_of(row[*type_].text) : EdgeDirection::directed;
    element_.line = row.front().line;
    element_.column_in_line = row.front().column;
    element_.values.clear();
    for (const auto& [place, column] : columns_) {
      const CsvField& field = row[place];
      element_.values.push_back({column, plain(field.text), field.line, field.column});
    }
    records_.accept(element_);
  }

  /// The column may belong to somebody else: any other word means a directed edge.
  static EdgeDirection direction_of(std::string_view type) {
    std::string word;
    for (const char c : trimmed(type)) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (word == "undirected") return EdgeDirection::undirected;
    return word == "mutual" ? EdgeDirection::both : EdgeDirection::directed;
  }

  [[nodiscard]] bool is_end(std::size_t column) const {
    return element_.scope == Scope::edge && (column == source_ || column == target_);
  }

  CsvRows& rows_;
  GraphRecords records_;
  std::optional<std::size_t> id_;
  std::optional<std::size_t> source_;
  std::optional<std::size_t> target_;
  std::optional<std::size_t> type_;
  /// position in the table, and column number in GraphRecords
  std::vector<std::pair<std::size_t, std::size_t>> columns_;
  GraphElement element_;
};

/// Reads a claim and its document from each row, by the names of their fields.
class EvidenceTable {
 public:
  EvidenceTable(CsvRows& rows, ReadContext& context) : rows_(rows), context_(context) {
    const auto& header = rows.header();
    for (std::size_t i = 0; i < header.size(); ++i) {
      const auto claim = find_field(RecordType::claim, header[i].text);
      const auto document = find_field(RecordType::document, header[i].text);
      if (claim) of_claims_.emplace_back(*claim, i);
      else if (document) of_documents_.emplace_back(*document, i);
    }
    document_ = rows.find("document").value();
    of_documents_.emplace_back(Field::id, document_);
  }

  void read() {
    std::vector<CsvField> row;
    std::optional<std::string> last_document;
    while (rows_.next(row)) {
      // Rows of one edge stand together, ordered by document, so the document is mostly that of the
      // row before.
      if (row[document_].text != last_document) push(RecordType::document, of_documents_, row);
      last_document = row[document_].text;
      push(RecordType::claim, of_claims_, row);
    }
  }

 private:
  using Columns = std::vector<std::pair<Field, std::size_t>>;

  void push(RecordType type, const Columns& columns, const std::vector<CsvField>& row) {
    record_.clear();
    record_.type = type;
    record_.source = context_.source;
    record_.line = row.front().line;
    record_.column = row.front().column;
    for (const auto& [field, column] : columns)
      if (const CsvField& value = row[column]; !value.text.empty())
        record_[field] = {value.text, ValueType::text, value.line, value.column};
    context_.sink.accept(record_);
  }

  CsvRows& rows_;
  ReadContext& context_;
  Columns of_claims_;
  Columns of_documents_;
  std::size_t document_ = 0;
  Record record_;
};

bool has_evidence(const CsvRows& rows) {
  return rows.find("edge_id") && rows.find("from") && rows.find("relation") && rows.find("to") &&
         rows.find("document");
}

bool has_column(const std::vector<CsvField>& header, std::string_view name) {
  return std::ranges::find(header, name, &CsvField::text) != header.end();
}

bool has_edges(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  if (line.ends_with('\r')) line.pop_back();
  std::vector<CsvField> header;
  try {
    CsvTable(line, path.string()).next(header);
  } catch (const Error&) {
    return false;
  }
  return has_column(header, "Source") && has_column(header, "Target");
}

}  // namespace

bool is_gephi_table(const CsvRows& rows) {
  return rows.find("Id") || (rows.find("Source") && rows.find("Target")) || has_evidence(rows);
}

void read_gephi_table(const Source& source, CsvRows& rows, ReadContext& context) {
  if (has_evidence(rows)) EvidenceTable(rows, context).read();
  else GraphTable(source, rows, context).read();
}

bool is_gephi_table_to_read(std::string_view path) {
  const std::filesystem::path file(path);
  const auto evidence = file.parent_path() / "evidence.csv";
  std::error_code error;
  if (file.filename() == "evidence.csv") return true;
  return file.filename() == "edges.csv" && !std::filesystem::exists(evidence, error) &&
         has_edges(file);
}

bool has_gephi_edges(std::string_view path) { return has_edges(std::filesystem::path(path)); }

}  // namespace oscegraph
