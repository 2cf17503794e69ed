// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/tables/table_shape.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace oscegraph {
namespace {

constexpr std::size_t rows_looked_at = 20;
constexpr std::array<char, 4> separators{'|', '\t', ';', ','};

using Cells = std::vector<std::string_view>;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// The end of a cell that begins at `at`: a separator or a line break outside quotes.
std::size_t cell_end(std::string_view text, std::size_t at, char separator) {
  bool inside = at < text.size() && text[at] == '"';
  if (inside) ++at;
  for (; at < text.size(); ++at) {
    if (inside && text.substr(at, 2) == "\"\"") {
      ++at;  // an escaped quotation mark
      continue;
    }
    if (inside && text[at] == '"') inside = false;
    if (!inside && (text[at] == separator || text[at] == '\n')) return at;
  }
  return text.size();
}

/// The first rows that are not blank. A last row that is cut off is dropped if there are others.
std::vector<Cells> rows_of(std::string_view text, char separator) {
  std::vector<Cells> rows;
  Cells cells;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t at = 0; at < text.size() && rows.size() < rows_looked_at;) {
    const std::size_t end = cell_end(text, at, separator);
    cells.push_back(trimmed(text.substr(at, end - at)));
    at = end + 1;
    if (end < text.size() && text[end] == separator) {
      if (at == text.size()) cells.emplace_back();
      continue;
    }
    const bool blank = cells.size() == 1 && cells.front().empty();
    if (!blank) rows.push_back(std::move(cells));
    cells.clear();
  }
  return rows;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    words += !blank && !inside ? 1 : 0;
    inside = !blank;
  }
  return words;
}

bool ends_sentence(std::string_view text) {
  text = trimmed(text);
  while (text.ends_with('"') || text.ends_with(')')) text.remove_suffix(1);
  for (const std::string_view quote : {"»", "”", "“"})
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

/// Whether the row may be a header: short names, few of them empty.
bool is_header(const Cells& cells) {
  constexpr std::size_t longest = 60;
  constexpr std::size_t most_words = 5;
  const auto empty = static_cast<std::size_t>(std::ranges::count(cells, std::string_view()));
  return cells.size() >= 2 && empty * 4 <= cells.size() && !cells.front().starts_with('<') &&
         std::ranges::none_of(cells, [](std::string_view cell) {
           return cell.size() > longest || words_in(cell) > most_words || ends_sentence(cell);
         });
}

/// Whether it is a Markdown table, which occurs in texts: "| Donor | EUR |" with "|---|---|" below.
bool is_markdown(const std::vector<Cells>& rows) {
  const auto is_line = [](std::string_view cell) {
    return cell.find_first_not_of("-: ") == std::string_view::npos;
  };
  return rows.size() >= 2 && std::ranges::all_of(rows[1], is_line) &&
         std::ranges::any_of(rows[1], [](std::string_view cell) { return !cell.empty(); });
}

/// Whether a row may be a sentence with a comma: it ends in a full stop outside quotes.
bool reads_like_a_sentence(const Cells& row) {
  constexpr std::size_t most_parts = 2;
  return row.size() <= most_parts && ends_sentence(row.back()) && !row.back().starts_with('"') &&
         words_in(row.back()) > 1;
}

}  // namespace

std::optional<TableShape> table_shape(std::string_view head) {
  for (const char separator : separators) {
    const std::vector<Cells> rows = rows_of(head, separator);
    // Two lines with one comma each may be any text.
    const std::size_t least = separator == ',' || separator == ';' ? 3 : 2;
    if (rows.size() < least && !(rows.size() == 2 && rows[0].size() >= 3)) continue;
    if (!is_header(rows.front()) || is_markdown(rows)) continue;
    const std::size_t columns = rows.front().size();
    const auto fits = [&](const Cells& row) { return row.size() == columns; };
    // The last row may be cut off, unless there are only two.
    const std::size_t whole = rows.size() > 2 ? rows.size() - 1 : rows.size();
    if (!std::ranges::all_of(std::span(rows).first(whole), fits)) continue;
    if (rows.back().size() > columns) continue;
    // A column of quoted sentences does not make it prose.
    const auto sentences = std::ranges::count_if(rows, [](const Cells& row) {
      return ends_sentence(row.back()) && !row.back().starts_with('"');
    });
    const bool of_prose = separator == ',' || separator == ';';
    if (of_prose && static_cast<std::size_t>(sentences) * 2 > whole) continue;
    return TableShape{separator, columns};
  }
  return std::nullopt;
}

std::optional<TableShape> likely_table_shape(std::string_view head) {
  for (const char separator : separators) {
    const std::vector<Cells> rows = rows_of(head, separator);
    if (rows.empty() || !is_header(rows.front()) || is_markdown(rows)) continue;
    const auto fitting = std::count_if(rows.begin() + 1, rows.end(), [&](const Cells& row) {
      return row.size() == rows.front().size() && !reads_like_a_sentence(row);
    });
    if (fitting * 5 < static_cast<std::ptrdiff_t>(rows.size() - 1) * 3) continue;
    return TableShape{separator, rows.front().size()};
  }
  return std::nullopt;
}

bool has_table_header(std::string_view head) {
  return std::ranges::any_of(separators, [&](char separator) {
    const std::vector<Cells> rows = rows_of(head, separator);
    return !rows.empty() && is_header(rows.front());
  });
}

bool has_sentences(std::string_view head) {
  constexpr std::size_t words_of_a_sentence = 4;
  constexpr std::size_t words_without_a_stop = 8;
  const auto signs = std::ranges::count_if(head, [](char c) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    return !letter && c != ' ' && c != '\n' && c != '\r';
  });
  if (signs * 3 > static_cast<std::ptrdiff_t>(head.size())) return false;
  while (!head.empty()) {
    const std::string_view line = head.substr(0, head.find('\n'));
    const std::size_t words = words_in(line);
    if (words >= words_without_a_stop || (words >= words_of_a_sentence && ends_sentence(line)))
      return true;
    head.remove_prefix(std::min(line.size() + 1, head.size()));
  }
  return false;
}

std::string_view name_of_separator(char separator) {
  switch (separator) {
    case '|': return "'|'";
    case '\t': return "a tab";
    case ';': return "';'";
    default: return "','";
  }
}

}  // namespace oscegraph
