// SPDX-License-Identifier: Apache-2.0
//
// Reads the usable rows of a table. Damaged rows, rows whose number of fields differs from the
// header's, and rows with text that is not UTF-8 are reported and skipped; rows in which all cells
// are empty are skipped without a report.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/inputs/csv/csv_table.hpp"
#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

class CsvRows {
 public:
  /// Reads the header. Its names are trimmed, and inner white space becomes one blank.
  CsvRows(Source& source, ReadContext& context);

  /// Empty when the header could not be read, which was reported.
  [[nodiscard]] const std::vector<CsvField>& header() const { return header_; }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

  /// The second column of the same name, if there is one.
  [[nodiscard]] std::optional<std::size_t> second(std::string_view name) const;

  /// The views in `row` are valid until the next call. Returns false at the end.
  bool next(std::vector<CsvField>& row);
  /// Sets a function that is called with rows skipped for a wrong number of fields or invalid text:
  /// their ids are still useful.
  void on_damaged(std::function<void(const std::vector<CsvField>&)> call) {
    on_damaged_ = std::move(call);
  }
  /// The number of rows with a filled cell so far, those skipped for their fields included.
  [[nodiscard]] std::uint64_t count() const { return count_; }

  void report(std::uint64_t line, std::uint64_t column, std::string what, std::string allowed = {},
              std::string next = {});

 private:
  bool next_undamaged(std::vector<CsvField>& row);
  bool is_text(const CsvField& field);
  bool fits(const std::vector<CsvField>& row);

  const std::string& file_;
  ReadContext& context_;
  CsvTable table_;
  std::vector<CsvField> header_;
  std::deque<std::string> header_texts_;
  std::uint64_t count_ = 0;
  std::function<void(const std::vector<CsvField>&)> on_damaged_;
};

}  // namespace oscegraph
