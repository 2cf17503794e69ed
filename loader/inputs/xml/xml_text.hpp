// SPDX-License-Identifier: Apache-2.0
//
// Decodes the bytes of an XML file to UTF-8, in pieces, and keeps the line and column of each
// position.
//
// The encoding is told by a byte order mark or the NUL bytes of UTF-16; else by the first line,
// which may name any encoding with a table in loader/inputs/encoding; else it is UTF-8. Nothing is
// guessed: an invalid byte is refused, and so is an encoding without a table. Lines and columns are
// those of the file, columns in its bytes, whatever the encoding.
//
// Positions are bytes of the UTF-8. The text from the last release_before() on is kept in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/encoding/code_page.hpp"

namespace oscegraph {

class XmlText {
 public:
  enum class Encoding : std::uint8_t { unknown, utf8, code_page, utf16_little, utf16_big };

  /// `encoding`: unknown, to detect it from the bytes, or utf8, whatever the first line says.
  XmlText(std::string file, Encoding encoding);

  /// Adds bytes of the file, cut anywhere; `last` when no more follow. Returns the characters that
  /// are now complete, up to the first fault; the view is valid until the next call. Throws Error
  /// when the encoding is not supported.
  std::string_view add(std::string_view bytes, bool last);
  /// Throws Error when invalid bytes follow what add() returned.
  void check();

  /// The end position of the text that add() has returned so far.
  [[nodiscard]] std::uint64_t end() const { return begin_ + text_.size(); }
  /// The text kept from a position on.
  [[nodiscard]] std::string_view from(std::uint64_t position) const;
  /// The last occurrence of `what` before a position; the position itself when it is not kept.
  [[nodiscard]] std::uint64_t last_before(std::uint64_t position, std::string_view what) const;

  /// The line and column of a position. Each byte is scanned once: for a position before one that
  /// was asked for earlier, the place of the later one is returned.
  Place at(std::uint64_t position);
  /// The same, without the name of the file.
  void move_to(std::uint64_t position, std::uint64_t& line, std::uint64_t& column);
  /// Text before this position will not be asked for any more.
  void release_before(std::uint64_t position);

 private:
  bool tell_encoding(std::string_view& bytes, bool last);
  void take_declared(std::string_view bytes);
  /// Each appends characters to the text and removes their bytes.
  void take_utf8(std::string_view& bytes, bool last);
  void take_code_page(std::string_view& bytes);
  void take_utf16(std::string_view& bytes, bool last);
  [[nodiscard]] std::uint64_t bytes_in_file(std::string_view text) const;

  std::string file_;
  Encoding encoding_;
  const CodePage* page_ = nullptr;
  std::string waiting_;  ///< bytes of an incomplete character
  std::string text_;
  std::uint64_t begin_ = 0;   ///< the position of the first byte of text_
  bool faulty_ = false;       ///< invalid bytes follow text_
  bool has_nul_ = false;      ///< namely a NUL
  bool ends_within_ = false;  ///< namely an incomplete character at the end of the file
  std::uint64_t seen_ = 0;    ///< lines are counted up to this position
  std::uint64_t line_ = 1;
  std::uint64_t column_ = 1;
};

}  // namespace oscegraph
