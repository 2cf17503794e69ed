// SPDX-License-Identifier: Apache-2.0
//
// Reads rows of documents.csv, nodes.csv and claims.csv into BulkRecords, for the bulk load. The
// grammar is that of CsvTable.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/bulk/bulk_records.hpp"

namespace oscegraph {

/// The columns of a table, as its header line names them.
struct BulkColumns {
  struct Target {
    std::optional<Field> field;
    bool aliases = false;
    std::string attribute;  ///< name of the attribute; empty when the column is none
  };
  RecordType type = RecordType::claim;
  char separator = ',';
  std::vector<Target> targets;  ///< one for each column
  std::size_t first_row = 0;    ///< offset of the first row
};

/// The columns of a table whose name says which records it holds. Throws NotForBulk where the usual
/// reader would report a problem.
BulkColumns bulk_columns(const std::string& path, std::string_view head);

class BulkCsv {
 public:
  BulkCsv(const BulkColumns& columns, BulkRecords& records)
      : columns_(&columns),
        records_(&records) {}

  /// Reads the row that begins at `first`, or skips a blank line. `last` is the end of the text,
  /// with 16 readable bytes behind it. May change the bytes, which must stay until flush(). Returns
  /// the beginning of the next row.
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
