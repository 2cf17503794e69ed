// SPDX-License-Identifier: Apache-2.0
//
// Translates the words in a column of an embedded table into values. A column that allows only
// certain words has a constexpr array with a row for each word; the compiler checks that no word is
// missing and none occurs twice.
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

/// Whether the rows are the enumerators up to `last`, in order, each with a different word.
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

/// Throws std::logic_error for an unknown word, since the table is part of the program.
template <typename Value, std::size_t count>
Value meaning_of(const std::array<TableWord<Value>, count>& rows, std::string_view word,
                 std::string_view table) {
  if (const auto value = find_meaning(rows, word)) return *value;
  throw std::logic_error(std::string(table) + ": unknown word '" + std::string(word) + "'");
}

}  // namespace oscegraph
