// SPDX-License-Identifier: Apache-2.0
//
// Writes comma-separated values by RFC 4180, except that lines end in LF alone. A field is never
// changed to suit a spreadsheet, so a reader gets the same text.
#pragma once

#include <algorithm>
#include <string_view>

#include "oscegraph/exports/output/output.hpp"

namespace oscegraph {

/// Quotes the field when it holds a comma, a quote or a line break, or starts or ends with a blank
/// (which readers, also ours, remove from fields without quotes).
inline void append_csv_field(Output& out, std::string_view field) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  const bool edge_space = !field.empty() && (is_blank(field.front()) || is_blank(field.back()));
  const bool special = std::ranges::any_of(
      field, [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
  if (!edge_space && !special) return out.append(field);
  out.append('"');
  for (std::size_t quote = 0; (quote = field.find('"')) != std::string_view::npos;) {
    out.append(field.substr(0, quote + 1));
    out.append('"');
    field.remove_prefix(quote + 1);
  }
  out.append(field);
  out.append('"');
}

/// Writes the fields of one row, with the commas between them.
class CsvRow {
 public:
  explicit CsvRow(Output& out) : out_(out) {}
  CsvRow& field(std::string_view text) {
    separate();
    append_csv_field(out_, text);
    only_empty_ = fields_ == 1 && text.empty();
    return *this;
  }
  /// A field that needs no quotes: text without comma, quote, line break or space.
  CsvRow& plain_field(std::string_view text) {
    separate();
    out_.append(text);
    only_empty_ = fields_ == 1 && text.empty();
    return *this;
  }
  /// Ends the row. A row of one empty field is written as "", since readers skip blank lines.
  void end() {
    out_.append(only_empty_ ? "\"\"\n" : "\n");
    fields_ = 0;
  }

 private:
  void separate() {
    if (fields_++ > 0) out_.append(',');
  }
  Output& out_;
  std::size_t fields_ = 0;
  bool only_empty_ = false;
};

}  // namespace oscegraph
