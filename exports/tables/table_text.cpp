// SPDX-License-Identifier: Apache-2.0
//
// Writes a table for people at a terminal. Columns are as wide as their widest cell. When the table
// is wider than the terminal, the widest text columns are narrowed first, and their cells are
// wrapped between words. Nothing is cut off: if the columns cannot be made narrow enough, the table
// is wider than the terminal.
#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "oscegraph/exports/output/append_in_parts.hpp"
#include "oscegraph/exports/tables/table_writers.hpp"
#include "oscegraph/exports/text/cell_text.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t gap = 2;               ///< between columns
constexpr std::size_t narrowest_words = 14;  ///< the least width of a narrowed text column

struct TextColumn {
  std::size_t index;  ///< in the table
  HumanColumn cells;
  std::string header;
  bool right = false;
  std::size_t width = 0;
  std::size_t least = 0;  ///< the least width it may be narrowed to

  [[nodiscard]] std::string text(const std::vector<Cell>& row) const {
    return harmless(cells.text(row[index]));
  }
};

/// The width of each column's widest cell.
std::vector<std::size_t> widths_of(const Table& table, const std::vector<TextColumn>& columns,
                                   const Context& context) {
  constexpr std::size_t grain = 4096;
  std::vector<std::vector<std::size_t>> widths(1 + table.rows.size() / grain);
  parallel_ranges(table.rows.size(), grain, context,
                  [&](std::size_t first, std::size_t last, unsigned) {
                    std::vector<std::size_t> own(columns.size());
                    for (std::size_t i = first; i < last; ++i)
                      for (std::size_t c = 0; c < columns.size(); ++c)
                        own[c] = std::max(own[c], display_width(columns[c].text(table.rows[i])));
                    widths[first / grain] = std::move(own);
                  });
  std::vector<std::size_t> result(columns.size());
  for (const auto& own : widths)
    for (std::size_t c = 0; c < own.size(); ++c) result[c] = std::max(result[c], own[c]);
  return result;
}

std::size_t widest(const std::vector<std::string>& texts) {
  std::size_t width = 0;
  for (const auto& text : texts) width = std::max(width, display_width(text));
  return width;
}

std::vector<TextColumn> text_columns(const Table& table, const Context& context) {
  std::vector<TextColumn> columns;
  for (const std::size_t index : human_columns(table)) {
    const Column& column = table.columns[index];
    columns.push_back({index, HumanColumn(table, index), harmless(human_name(column.name)),
                       is_numeric(column.type)});
  }
  const std::vector<std::size_t> widths = widths_of(table, columns, context);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    TextColumn& column = columns[c];
    const ColumnType type = table.columns[column.index].type;
    const bool words = type == ColumnType::text || type == ColumnType::list;
    column.width = std::max(display_width(column.header), widths[c]);
    column.least = std::max(widest(wrap(column.header, 1 + narrowest_words)),
                            words ? std::min(widths[c], narrowest_words) : widths[c]);
    column.least = std::min(column.least, column.width);
  }
  return columns;
}

/// Narrows the widest column that may still be narrowed, again and again until the table fits.
void fit(std::vector<TextColumn>& columns, std::size_t available) {
  std::size_t total = gap * (columns.size() - 1);
  for (const auto& column : columns) total += column.width;
  while (total > available) {
    TextColumn* victim = nullptr;
    for (auto& column : columns)
      if (column.width > column.least && (victim == nullptr || column.width > victim->width))
        victim = &column;
    if (victim == nullptr) return;
    // A very wide column is narrowed by half of its spare width at a time, not cell by cell: else
    // the rounds would be as many as the characters of a very long cell.
    const std::size_t excess = total - available;
    const std::size_t half = std::min(excess, (victim->width - victim->least + 1) / 2);
    const std::size_t step = victim->width > 2 * available ? std::max<std::size_t>(half, 1) : 1;
    victim->width -= step;
    total -= step;
  }
}

void pad(std::string& line, std::size_t cells) { line.append(cells, ' '); }

void end_line(std::string& line, Output& out) {
  line.erase(line.find_last_not_of(' ') + 1);
  out.append(line);
  out.append('\n');
  line.clear();
}

/// One row of the table, in as many lines as its tallest cell needs.
template <typename TextOf>
void write_row(const std::vector<TextColumn>& columns, TextOf text_of, bool bold, Output& out) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (const auto& column : columns) {
    cells.push_back(wrap(text_of(column), column.width));
    height = std::max(height, cells.back().size());
  }
  std::string line;
  for (std::size_t i = 0; i < height; ++i) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const std::string_view text = i < cells[c].size() ? std::string_view(cells[c][i]) : "";
      const std::size_t used = display_width(text);
      const std::size_t space = columns[c].width > used ? columns[c].width - used : 0;
      if (c > 0) pad(line, gap);
      if (columns[c].right) pad(line, space);
      line += text;
      // The last column is not padded: a list of thousands of items may make it very wide.
      if (!columns[c].right && c + 1 < columns.size()) pad(line, space);
    }
    if (bold) out.append("\033[1m");
    line.erase(line.find_last_not_of(' ') + 1);
    out.append(line);
    line.clear();
    out.append(bold ? "\033[0m\n" : "\n");
  }
}

void write_rule(const std::vector<TextColumn>& columns, Output& out) {
  std::string line;
  for (const auto& column : columns) {
    if (!line.empty()) pad(line, gap);
    line.append(column.width, '-');
  }
  end_line(line, out);
}

void write_rows(const Table& table, const TableStyle& style, Output& out) {
  std::vector<TextColumn> columns = text_columns(table, out.context());
  if (style.width > 0) fit(columns, style.width);
  write_row(
      columns, [](const TextColumn& column) { return column.header; }, style.colour, out);
  write_rule(columns, out);
  append_in_parts(
      out, IdSet::all(table.rows.size()), [&](std::span<const std::uint32_t> part, Output& text) {
        for (const std::uint32_t i : part)
          write_row(
              columns, [&](const TextColumn& column) { return column.text(table.rows[i]); }, false,
              text);
      });
  if (table.rows.empty()) out.append("(no rows)\n");
}

void write_title(const Table& table, const TableStyle& style, Output& out) {
  for (const std::string& line : wrap(harmless(table.title), style.width)) {
    if (style.colour) out.append("\033[1m");
    out.append(line);
    out.append(style.colour ? "\033[0m\n" : "\n");
  }
}

void write_facts(const Table& table, const TableStyle& style, Output& out) {
  std::size_t names = 0;
  for (const auto& [name, value] : table.facts)
    names = std::max(names, display_width(harmless(human_name(name))) + 1);
  const std::size_t indent = names + 1;
  const std::size_t width =
      style.width == 0 ? 0 : std::max(narrowest_words, style.width - std::min(indent, style.width));
  for (const auto& [name, value] : table.facts) {
    std::string line = harmless(human_name(name)) + ':';
    for (const std::string& piece : wrap(harmless(human_text(value)), width)) {
      const std::size_t used = display_width(line);
      pad(line, indent > used ? indent - used : 0);
      line += piece;
      end_line(line, out);
    }
  }
}

void write_notes(const Table& table, const TableStyle& style, Output& out) {
  for (const std::string& note : table.notes)
    for (const std::string& line : wrap(harmless(note), style.width)) {
      out.append(line);
      out.append('\n');
    }
}

}  // namespace

void write_table_text(const Table& table, const TableStyle& style, Output& out) {
  bool separate = false;
  const auto part = [&](bool present, auto write) {
    if (!present) return;
    if (separate) out.append('\n');
    separate = true;
    write(table, style, out);
  };
  part(!table.title.empty(), write_title);
  part(!table.facts.empty(), write_facts);
  part(!table.columns.empty(), write_rows);
  part(!table.notes.empty(), write_notes);
}

}  // namespace oscegraph
