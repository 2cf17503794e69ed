// SPDX-License-Identifier: Apache-2.0
//
// Marks texts in claims whose meaning depends on where they occur: "8" in a column of codes, or
// "n0" in one of several graph files. The mark is appended after a NUL, which no input text
// contains. So a marked text is a different string in all look-ups.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace oscegraph {

enum class MarkedAs : char {
  code = 'c',       ///< a code from a column of codes: code_columns.hpp
  program_id = 'm'  ///< an id that is valid only within one graph file: graph_ids.cpp
};

inline std::string marked_text(std::string_view text, MarkedAs as, std::string_view mark) {
  std::string marked(text);
  marked += '\0';
  marked += static_cast<char>(as);
  return marked.append(mark);
}

/// The text as it was written.
inline std::string_view without_mark(std::string_view text) {
  return text.substr(0, text.find('\0'));
}

/// The mark of a text with this kind of mark; nullopt otherwise.
inline std::optional<std::string_view> mark_of(std::string_view text, MarkedAs as) {
  const std::string_view mark = text.substr(without_mark(text).size());
  if (mark.size() < 2 || mark[1] != static_cast<char>(as)) return std::nullopt;
  return mark.substr(2);
}

}  // namespace oscegraph
