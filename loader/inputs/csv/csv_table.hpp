// SPDX-License-Identifier: Apache-2.0
//
// Comma-separated values as RFC 4180 has them, and as spreadsheets write them: a byte order mark,
// CRLF or LF, quoted fields with doubled quotes and line breaks, and a comma, semicolon, tab or pipe
// between fields (the header line tells, or a line "sep=;" before it). Blanks around a field are no part of it; within quotes they
// are. Strict where guessing would lose data: a quote that opens or closes in the middle of a field, or
// never closes, is a problem.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/inputs/byte_stream.hpp"

namespace oscegraph {

struct CsvField {
  std::string_view text;  ///< unquoted
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

/// Whether the byte is a blank around fields, which is no part of them.
inline bool is_blank(char c, char separator) {
  return c == ' ' || (c == '\t' && separator != '\t');
}

/// Walks over a text row by row, allocating nothing per field that has no doubled quote. A stream is read
/// through a window that holds one row at least.
class CsvTable {
 public:
  /// The text must outlive the table.
  CsvTable(std::string_view text, std::string file);
  /// So must the stream, which is read from where it is. Throws what it throws, as next() does.
  CsvTable(ByteStream& bytes, std::string file);

  /// Reads the next row that is not a blank line into `fields`; false at the end. A damaged row throws
  /// Error with its place; calling again goes on with the next line.
  bool next(std::vector<CsvField>& fields);

  [[nodiscard]] char separator() const { return separator_; }
  /// How many bytes of the text are behind the last row.
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

  std::string_view text_;         ///< all of it, or the window that the stream shows
  ByteStream* stream_ = nullptr;  ///< gives more of it
  std::size_t passed_ = 0;        ///< bytes before the window
  std::string file_;
  char separator_ = ',';
  std::size_t position_ = 0;
  std::size_t line_start_ = 0;
  std::uint64_t line_ = 1;
  std::deque<std::string> unescaped_;  ///< of the current row's fields; a deque, as views point in
};

}  // namespace oscegraph
