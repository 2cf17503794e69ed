// SPDX-License-Identifier: Apache-2.0
//
// Checks and appends rows, and makes cells of texts and dates.
#include "oscegraph/graph/table.hpp"

#include <stdexcept>
#include <string_view>

namespace oscegraph {
namespace {

bool fits(const Cell& cell, ColumnType type) {
  switch (type) {
    case ColumnType::text: return std::holds_alternative<std::string>(cell);
    case ColumnType::list: return std::holds_alternative<TextList>(cell);
    case ColumnType::integer: return std::holds_alternative<std::int64_t>(cell);
    case ColumnType::number: return std::holds_alternative<double>(cell);
    case ColumnType::boolean: return std::holds_alternative<bool>(cell);
    case ColumnType::date: return std::holds_alternative<Date>(cell);
    case ColumnType::money: return std::holds_alternative<Money>(cell);
  }
  return false;
}

}  // namespace

void Table::add_row(std::vector<Cell> row) {
  if (row.size() != columns.size())
    throw std::logic_error("a row of '" + title + "' has the wrong number of cells");
  for (std::size_t i = 0; i < row.size(); ++i)
    if (!std::holds_alternative<std::monostate>(row[i]) && !fits(row[i], columns[i].type))
      throw std::logic_error("a cell of column '" + columns[i].name + "' has the wrong type");
  rows.push_back(std::move(row));
}

Cell text_cell(std::string_view text) {
  if (text.empty()) return std::monostate{};
  return std::string(text);
}

Cell date_cell(Date date) {
  if (!date.known()) return std::monostate{};
  return date;
}

}  // namespace oscegraph
