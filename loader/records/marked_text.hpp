// SPDX-License-Identifier: Apache-2.0
//
// Some texts by which claims name nodes mean another thing than the same text elsewhere: "8" in a column of
// codes, "n0" in one graph file and in another. Such a text travels with a mark behind it, after a NUL,
// which no text of an input contains; so it is another string, and all look-ups tell them apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace oscegraph {

enum class MarkedAs : char {
  code = 'c',    ///< of a column of codes: code_columns.hpp
  made_id = 'm'  ///< an id that is good within one graph file: graph_ids.cpp
};

inline std::string marked_text(std::string_view text, MarkedAs as, std::string_view mark) {
  std::string marked(text);
  marked += '\0';
  marked += static_cast<char>(as);
  return marked.append(mark);
}

/// As it was written.
inline std::string_view without_mark(std::string_view text) {
  return text.substr(0, text.find('\0'));
}

/// The mark of a text that is marked so; nullopt for any other.
inline std::optional<std::string_view> mark_of(std::string_view text, MarkedAs as) {
  const std::string_view mark = text.substr(without_mark(text).size());
  if (mark.size() < 2 || mark[1] != static_cast<char>(as)) return std::nullopt;
  return mark.substr(2);
}

}  // namespace oscegraph
