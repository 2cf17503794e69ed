// SPDX-License-Identifier: Apache-2.0
//
// A table's cells as text. Programs get exact values; people get digits in groups, decimals that
// line up, and a dash for what is not known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/table.hpp"

namespace oscegraph {

/// Between the items of a list, in one field.
inline constexpr std::string_view list_separator = " | ";

/// Exact and ungrouped, "" when unknown: "1200000.00", "0.1", "true", "a | b".
std::string exact_text(const Cell& cell);

/// Money alone would lose its currency: a money column called `amount` in a table without a
/// `currency` column is written with another, `amount_currency`. By column, whether that is so.
std::vector<bool> currency_columns(const Table& table);
/// "" when the cell is not money.
std::string_view currency_code(const Cell& cell);

/// A cell on its own, for people: "EUR 1,200,000.00", "yes", "a; b", "-".
std::string human_text(const Cell& cell);

/// The cells of one column for people; its numbers share their number of decimals.
class HumanColumn {
 public:
  /// Cost: for a column of numbers, a pass over it.
  HumanColumn(const Table& table, std::size_t column);
  [[nodiscard]] std::string text(const Cell& cell) const;

 private:
  int decimals_ = 0;
  bool year_;  ///< a number nobody groups
  bool with_currency_;
};

/// "document_count" -> "document count".
std::string human_name(std::string_view name);

/// The columns people see: ids are for programs. All of them when there is nothing else.
std::vector<std::size_t> human_columns(const Table& table);

/// Whether a column's cells are aligned at their ends.
bool is_numeric(ColumnType type);

}  // namespace oscegraph
