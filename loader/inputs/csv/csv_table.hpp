// SPDX-License-Identifier: Apache-2.0
//
// Parses comma-separated values by RFC 4180 and as spreadsheets write them: with a byte order mark,
// CRLF or LF, quoted fields with doubled quotes and line breaks, and a comma, semicolon, tab or
// pipe between fields. The header line decides which separator it is, or a line "sep=;" before it.
// Blanks around a field are dropped, unless they are inside its quotes. A quote that opens or
// closes in the middle of a field, or never closes, is a problem, since a guess could lose data.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/byte_stream.hpp"

namespace oscegraph {

struct CsvField {
  std::string_view text;  ///< without quotes
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

/// Whether the byte is a blank that is dropped around fields.
inline bool is_blank(char c, char separator) {
  return c == ' ' || (c == '\t' && separator != '\t');
}

/// Walks over a text row by row; only a field with doubled quotes needs an allocation. A stream is
/// read through a window that holds at least one row.
class CsvTable {
 public:
  /// The text must outlive the table.
  CsvTable(std::string_view text, std::string file);
  /// Reads the stream from its current position; the stream must outlive the table. Throws what the
  /// stream throws, as does next().
  CsvTable(ByteStream& bytes, std::string file);

  /// Reads the next row that is not a blank line into `fields`; false at the end. A damaged row throws
  /// Error with its place; calling again goes on with the next line.
  bool next(std::vector<CsvField>& fields);

  [[nodiscard]] char separator() const { return separator_; }
  /// The number of bytes up to the end of the last row.
  [[nodiscard]] std::size_t position() const { return passed_ + position_; }

 private:
  void begin();
  bool read_row(std::vector<CsvField>& fields);
  bool read_separator_line();
  [[nodiscard]] bool may_go_on() const;
  void widen();
  void skip_blanks();
  [[nodiscard]] Problem problem_at(std::size_t position, std::string what, std::string next) const;
  [[nodiscard]] CsvField read_field();
  [[nodiscard]] std::string_view read_quoted();
  void skip_line();
  [[nodiscard]] bool at_end() const { return position_ >= text_.size(); }
  [[nodiscard]] bool at_line_end() const;
  void end_line();

  std::string_view text_;         ///< the whole text, or the current window of the stream
  ByteStream* stream_ = nullptr;  ///< supplies more text
  std::size_t passed_ = 0;        ///< bytes before the window
  std::string file_;
  char separator_ = ',';
  std::size_t position_ = 0;
  std::size_t line_start_ = 0;
  std::uint64_t line_ = 1;
  /// unescaped fields of the current row; a deque, since views point into it
  std::deque<std::string> unescaped_;
};

}  // namespace oscegraph
