// SPDX-License-Identifier: Apache-2.0
//
// An option whose words stand for the values of an enum: one array of Choice says which, and both
// the list of allowed words and the reading of the option come from it.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "oscegraph/cli/options/values.hpp"

namespace oscegraph::cli {

template <typename Value>
struct Choice {
  std::string_view word;
  Value value;
};

template <typename Value, std::size_t Count>
std::vector<std::string_view> words_of(const std::array<Choice<Value>, Count>& rows) {
  std::vector<std::string_view> words;
  for (const auto& row : rows) words.push_back(row.word);
  return words;
}

/// What the option's word stands for, `otherwise` when it is not given.
template <typename Value, std::size_t Count>
Value chosen(const std::array<Choice<Value>, Count>& rows, const Values& values,
             std::string_view option, Value otherwise) {
  const auto word = values.text(option);
  if (!word) return otherwise;
  return std::ranges::find(rows, *word, &Choice<Value>::word)->value;
}

}  // namespace oscegraph::cli
