// SPDX-License-Identifier: Apache-2.0
//
// The words that a column of one of the program's own tables may hold, each beside what it means: one
// constexpr array of rows for each such column, checked by the compiler.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace oscegraph {

template <typename Value>
struct TableWord {
  Value value;
  std::string_view word;
};

/// Whether the rows are those of the enumerators up to `last`, in their order, each with a word of its own.
template <typename Value, std::size_t count>
constexpr bool has_word_for_each(const std::array<TableWord<Value>, count>& rows, Value last) {
  for (std::size_t i = 0; i < count; ++i) {
    if (static_cast<std::size_t>(rows[i].value) != i) return false;
    for (std::size_t j = 0; j < i; ++j)
      if (rows[i].word == rows[j].word) return false;
  }
  return count == static_cast<std::size_t>(last) + 1;
}

template <typename Value, std::size_t count>
constexpr std::optional<Value> find_meaning(const std::array<TableWord<Value>, count>& rows,
                                            std::string_view word) {
  const auto row = std::ranges::find(rows, word, &TableWord<Value>::word);
  if (row == rows.end()) return std::nullopt;
  return row->value;
}

/// Throws std::logic_error for any other word: the table is part of the program.
template <typename Value, std::size_t count>
Value meaning_of(const std::array<TableWord<Value>, count>& rows, std::string_view word,
                 std::string_view table) {
  if (const auto value = find_meaning(rows, word)) return *value;
  throw std::logic_error(std::string(table) + ": unknown word '" + std::string(word) + "'");
}

}  // namespace oscegraph
