// SPDX-License-Identifier: Apache-2.0
//
// Represents an answer as rows with typed columns. By the types, the terminal can align columns,
// CSV stays plain and JSON has numbers. A Table prints nothing; exports/ turns it into text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/money.hpp"

namespace oscegraph {

/// The texts of a cell. A type of its own, not std::vector: GCC 12's libstdc++ treats a variant of
/// its own types as never valueless, and destroys a value that does not exist when memory runs out
/// during a copy, which ends the process.
struct TextList : std::vector<std::string> {
  using std::vector<std::string>::vector;
  TextList(std::vector<std::string> texts)
      : vector(std::move(texts)) {}  // NOLINT: implicit, like a vector's copy
};

/// The value of a cell. monostate is "unknown", shown as "-" or left empty, never as 0.
using Cell =
    std::variant<std::monostate, std::string, TextList, std::int64_t, double, bool, Date, Money>;

enum class ColumnType : std::uint8_t { text, list, integer, number, boolean, date, money };

struct Column {
  std::string name;  ///< snake_case: the CSV header and JSON key; shown to people with spaces
  ColumnType type = ColumnType::text;
  /// Only for files (mostly ids): left out of what people read.
  bool detail = false;
};

/// A text column that only files have.
inline Column detail_column(std::string name) { return {std::move(name), ColumnType::text, true}; }

struct Table {
  std::string title;  ///< a line above the table for people; may be empty
  /// Single facts about the subject of the table ("kind": "State"), shown above the rows.
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
