// SPDX-License-Identifier: Apache-2.0
//
// The rows of a table that can be used. A damaged row, one with another number of fields than the
// header, and text that is not UTF-8 are reported and passed over; rows of which no cell is filled are
// passed over without a word.
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
  /// Reads the header. White space in its names counts as one blank, and at their ends as none.
  CsvRows(Source& source, ReadContext& context);

  /// Empty when it could not be read, which has been reported.
  [[nodiscard]] const std::vector<CsvField>& header() const { return header_; }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

  /// The next column of the same name, where there is one.
  [[nodiscard]] std::optional<std::size_t> second(std::string_view name) const;

  /// The views in `row` live until the next call. False at the end.
  bool next(std::vector<CsvField>& row);
  /// To be called with rows that are passed over because they have too few or too many fields, or a
  /// field that is no text: they tell what was meant, if not what is said of it.
  void on_damaged(std::function<void(const std::vector<CsvField>&)> call) {
    on_damaged_ = std::move(call);
  }
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
  std::function<void(const std::vector<CsvField>&)> on_damaged_;
};

}  // namespace oscegraph
