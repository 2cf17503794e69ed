// SPDX-License-Identifier: Apache-2.0
//
// A table's rows for spreadsheets and programs: exact values, the header in snake_case, nothing but
// the rows. Unknown is an empty field; the items of a list are joined with " | ".
#include "oscegraph/exports/cell_text.hpp"
#include "oscegraph/exports/csv_text.hpp"
#include "oscegraph/exports/table_writers.hpp"

namespace oscegraph {

void write_table_csv(const Table& table, const TableStyle& /*style*/, Output& out) {
  const std::vector<bool> with_currency = currency_columns(table);
  CsvRow line(out);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    line.field(table.columns[i].name);
    if (with_currency[i]) line.field(table.columns[i].name + "_currency");
  }
  line.end();
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      line.field(exact_text(row[i]));
      if (with_currency[i]) line.field(currency_code(row[i]));
    }
    line.end();
  }
}

}  // namespace oscegraph
