// SPDX-License-Identifier: Apache-2.0
//
// Formats the cells of a table as text. Programs get exact values. People get digits in groups,
// decimals that line up, and a dash for an unknown value.
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

/// For each column, whether a column with its currency must be added. A money column `amount` gets
/// a column `amount_currency` when its name does not hold a currency and the table has no
/// `currency` column.
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
  bool year_;  ///< the digits of a year are not grouped
  bool with_currency_;
};

/// "document_count" -> "document count".
std::string human_name(std::string_view name);

/// The columns shown to people: all but ids; if the table has only ids, all columns.
std::vector<std::size_t> human_columns(const Table& table);

/// Whether a column of this type holds numbers, which are aligned to the right.
bool is_numeric(ColumnType type);

}  // namespace oscegraph
