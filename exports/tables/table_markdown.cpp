// SPDX-License-Identifier: Apache-2.0
//
// Writes a table in GitHub's Markdown, for reports. Characters in a cell that are markup in
// Markdown or HTML are escaped; a line break becomes a space, since a row is one line.
#include "oscegraph/exports/tables/table_writers.hpp"
#include "oscegraph/exports/text/cell_text.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"

namespace oscegraph {
namespace {

void append_escaped(Output& out, std::string_view text) {
  for (const char c : harmless(text)) {
    if (std::string_view("\\`*_[]<>|~&#").find(c) != std::string_view::npos) out.append('\\');
    out.append(c);
  }
}

void append_cells(Output& out, const std::vector<std::string>& cells) {
  out.append('|');
  for (const std::string& cell : cells) {
    out.append(' ');
    append_escaped(out, cell);
    out.append(" |");
  }
  out.append('\n');
}

void append_rows(const Table& table, Output& out) {
  std::vector<std::string> cells;
  std::vector<HumanColumn> columns;
  const std::vector<std::size_t> shown = human_columns(table);
  std::string rule = "|";
  for (const std::size_t index : shown) {
    cells.push_back(human_name(table.columns[index].name));
    columns.emplace_back(table, index);
    rule += is_numeric(table.columns[index].type) ? " ---: |" : " --- |";
  }
  append_cells(out, cells);
  out.append(rule);
  out.append('\n');
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < columns.size(); ++c) cells[c] = columns[c].text(row[shown[c]]);
    append_cells(out, cells);
  }
}

void append_facts(const Table& table, Output& out) {
  for (const auto& [name, value] : table.facts) {
    out.append("- ");
    append_escaped(out, human_name(name));
    out.append(": ");
    append_escaped(out, human_text(value));
    out.append('\n');
  }
}

}  // namespace

void write_table_markdown(const Table& table, const TableStyle& /*style*/, Output& out) {
  bool separate = false;
  const auto part = [&](auto write) {
    if (separate) out.append('\n');
    separate = true;
    write();
  };
  const auto paragraph = [&](std::string_view mark, std::string_view text) {
    out.append(mark);
    append_escaped(out, text);
    out.append('\n');
  };
  if (!table.title.empty()) part([&] { paragraph("## ", table.title); });
  if (!table.facts.empty()) part([&] { append_facts(table, out); });
  if (!table.columns.empty()) part([&] { append_rows(table, out); });
  for (const std::string& note : table.notes) part([&] { paragraph("", note); });
}

}  // namespace oscegraph
