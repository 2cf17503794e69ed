// SPDX-License-Identifier: Apache-2.0
//
// The bytes of an XML file as UTF-8, in pieces, and the line and column of each place in them.
//
// A byte order mark, or the NUL bytes of UTF-16, tell the encoding; else the first line, which may name
// any that has a table in loader/inputs/encoding; else it is UTF-8. Nothing is guessed: a byte that is no
// character is refused, and so is an encoding without a table. Lines and columns are the file's own,
// columns in its bytes, whatever the encoding.
//
// Positions are bytes of the UTF-8. What is held is what came since the position that was last let go.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/inputs/encoding/code_page.hpp"

namespace oscegraph {

class XmlText {
 public:
  enum class Encoding : std::uint8_t { unknown, utf8, code_page, utf16_little, utf16_big };

  /// `encoding` is unknown, to be told from the bytes, or utf8 whatever the first line says.
  XmlText(std::string file, Encoding encoding);

  /// Adds bytes of the file, cut anywhere; `last` when no more follow. Returns the characters that are
  /// whole by now, until a first fault; the view holds until the next call. Throws Error when the
  /// encoding cannot be read.
  std::string_view add(std::string_view bytes, bool last);
  /// Throws Error when bytes that are no character follow what add() returned.
  void check();

  /// Where the text ends that add() has returned so far.
  [[nodiscard]] std::uint64_t end() const { return begin_ + text_.size(); }
  /// What is held from a position on.
  [[nodiscard]] std::string_view from(std::uint64_t position) const;
  /// Where `what` begins that stands last before a position; the position where it is not held.
  [[nodiscard]] std::uint64_t last_before(std::uint64_t position, std::string_view what) const;

  /// Line and column of a position. Each byte is looked at once, so a position before one that was asked
  /// for earlier has the place of that.
  Place at(std::uint64_t position);
  /// The same without the name of the file.
  void move_to(std::uint64_t position, std::uint64_t& line, std::uint64_t& column);
  /// Nothing before it will be asked for.
  void let_go(std::uint64_t position);

 private:
  bool tell_encoding(std::string_view& bytes, bool last);
  void take_declared(std::string_view bytes);
  /// Each adds characters to the text and removes their bytes.
  void take_utf8(std::string_view& bytes, bool last);
  void take_code_page(std::string_view& bytes);
  void take_utf16(std::string_view& bytes, bool last);
  [[nodiscard]] std::uint64_t bytes_in_file(std::string_view text) const;

  std::string file_;
  Encoding encoding_;
  const CodePage* page_ = nullptr;
  std::string waiting_;  ///< bytes that are no whole character yet
  std::string text_;
  std::uint64_t begin_ = 0;   ///< the position of the first byte of text_
  bool faulty_ = false;       ///< what follows text_ is no character
  bool has_nul_ = false;      ///< that is a NUL
  bool ends_within_ = false;  ///< that is the begin of one, and the last of the file
  std::uint64_t seen_ = 0;    ///< lines are counted up to here
  std::uint64_t line_ = 1;
  std::uint64_t column_ = 1;
};

}  // namespace oscegraph
