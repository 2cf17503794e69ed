// SPDX-License-Identifier: Apache-2.0
//
// An answer in rows: typed columns, so that the terminal aligns them, CSV stays plain and JSON gets
// numbers where numbers are. A Table prints nothing; exports/ turns it into text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/graph/money.hpp"

namespace oscegraph {

/// The texts of a cell. A type of our own, or memory that runs out while a cell is copied would end the
/// process: libstdc++ takes a variant of its own types for one that always holds something, and in GCC 12
/// destroys what is not there.
struct TextList : std::vector<std::string> {
  using std::vector<std::string>::vector;
  TextList(std::vector<std::string> texts)
      : vector(std::move(texts)) {}  // NOLINT: as plain as they
};

/// What a cell may hold. monostate is "unknown", shown as "-" or left empty, never as 0.
using Cell =
    std::variant<std::monostate, std::string, TextList, std::int64_t, double, bool, Date, Money>;

enum class ColumnType : std::uint8_t { text, list, integer, number, boolean, date, money };

struct Column {
  std::string name;  ///< snake_case: the CSV header and JSON key; people see spaces
  ColumnType type = ColumnType::text;
  /// For files only (ids, mostly): what people read leaves it out.
  bool detail = false;
};

/// A column of texts for files only.
inline Column detail_column(std::string name) { return {std::move(name), ColumnType::text, true}; }

struct Table {
  std::string title;  ///< a line above the table for people; may be empty
  /// Single facts about the thing the table is about ("kind": "State"), shown above the rows.
  std::vector<std::pair<std::string, Cell>> facts;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
  /// Sentences below the table: the counting rule, totals, what was left out.
  std::vector<std::string> notes;

  /// Appends a row. Precondition: as many cells as columns, each unknown or of its column's type.
  void add_row(std::vector<Cell> row);
};

/// A count as a cell.
inline Cell count_cell(std::size_t count) { return static_cast<std::int64_t>(count); }
/// Text as a cell; empty text is unknown.
Cell text_cell(std::string_view text);
/// A date as a cell; no date is unknown.
Cell date_cell(Date date);

}  // namespace oscegraph
