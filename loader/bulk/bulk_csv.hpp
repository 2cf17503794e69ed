// SPDX-License-Identifier: Apache-2.0
//
// Rows of documents.csv, nodes.csv and claims.csv for the bulk load, by the grammar of CsvTable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/bulk/bulk_records.hpp"

namespace oscegraph {

/// What the header line says.
struct BulkColumns {
  struct Target {
    std::optional<Field> field;
    bool aliases = false;
    std::string attribute;  ///< name, when it is one
  };
  RecordType type = RecordType::claim;
  char separator = ',';
  std::vector<Target> targets;  ///< of each column
  std::size_t first_row = 0;    ///< where the rows begin
};

/// Of a table that is named for its records. Throws Unusual where the usual reader would complain.
BulkColumns bulk_columns(const std::string& path, std::string_view head);

class BulkCsv {
 public:
  BulkCsv(const BulkColumns& columns, BulkRecords& records)
      : columns_(&columns),
        records_(&records) {}

  /// Reads the row that begins at `first`, or passes over a blank line; `last` is the end of the text,
  /// with 16 readable bytes behind it. Bytes may be changed, and must stay until flush().
  /// Returns where the next row begins.
  char* read_row(char* first, char* last);
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  char* read_quoted(char* first, char* last, std::string_view& text);
  void fill(const std::vector<std::string_view>& row);
  void split_aliases(std::string_view list);

  const BulkColumns* columns_;
  BulkRecords* records_;
  BulkRecord record_;
  std::vector<std::string_view> row_;
  std::uint64_t rows_ = 0;
};

}  // namespace oscegraph
