// SPDX-License-Identifier: Apache-2.0
//
// Writes the rows of a table as CSV, for spreadsheets and programs: exact values, column names in
// snake_case, no title and no notes. An unknown value is an empty field. The items of a list are
// joined with " | ".
#include "oscegraph/exports/output/append_in_parts.hpp"
#include "oscegraph/exports/tables/table_writers.hpp"
#include "oscegraph/exports/text/cell_text.hpp"
#include "oscegraph/exports/text/csv_text.hpp"

namespace oscegraph {

void write_table_csv(const Table& table, const TableStyle& /*style*/, Output& out) {
  const std::vector<bool> with_currency = currency_columns(table);
  CsvRow titles(out);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    titles.field(table.columns[i].name);
    if (with_currency[i]) titles.field(table.columns[i].name + "_currency");
  }
  titles.end();
  append_in_parts(out, IdSet::all(table.rows.size()),
                  [&](std::span<const std::uint32_t> part, Output& text) {
                    CsvRow line(text);
                    for (const std::uint32_t i : part) {
                      const std::vector<Cell>& row = table.rows[i];
                      for (std::size_t c = 0; c < row.size(); ++c) {
                        line.field(exact_text(row[c]));
                        if (with_currency[c]) line.field(currency_code(row[c]));
                      }
                      line.end();
                    }
                  });
}

}  // namespace oscegraph
