// SPDX-License-Identifier: Apache-2.0
//
// The rows of a table that can be used. A damaged row, one with another number of fields than the
// header, and text that is not UTF-8 are reported and passed over.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/csv_table.hpp"
#include "oscegraph/loader/format.hpp"

namespace oscegraph {

class CsvRows {
 public:
  /// Reads the header, whose names lose the blanks at their ends.
  CsvRows(const Source& source, ReadContext& context);

  /// Empty when it could not be read, which has been reported.
  [[nodiscard]] const std::vector<CsvField>& header() const { return header_; }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

  /// The views in `row` live until the next call. False at the end.
  bool next(std::vector<CsvField>& row);
  /// How many there were so far, those passed over included.
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
};

}  // namespace oscegraph
