// SPDX-License-Identifier: Apache-2.0
//
// Makes types of values that are a fixed list of words. For the values of an enum, one array of
// Choice gives the word for each value; help, completion, errors and reading all use this array.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "oscegraph/cli/options/value_type.hpp"

namespace oscegraph::cli {

template <typename Value>
struct Choice {
  std::string_view word;
  Value value;
};

/// One of the rows, an array of Choice: `choice_of<methods>("METHOD", "a method")`.
template <const auto& rows>
constexpr auto choice_of(std::string_view placeholder, std::string_view meaning) {
  using Row = std::remove_cvref_t<decltype(rows.front())>;
  using Value = decltype(Row::value);
  return TypeOf<Value>(
      {.placeholder = placeholder,
       .meaning = meaning,
       .choices =
           [] {
             std::vector<std::string_view> words;
             for (const Row& row : rows) words.push_back(row.word);
             return words;
           },
       .completes = Completes::choices},
      [](std::string_view word) -> std::optional<Value> {
        const auto found = std::ranges::find(rows, word, &Row::word);
        if (found == rows.end()) return std::nullopt;
        return found->value;
      },
      [](const Value& value) {
        const auto found = std::ranges::find(rows, value, &Row::value);
        return found == rows.end() ? std::string() : std::string(found->word);
      });
}

/// One of the words of a list.
template <std::vector<std::string_view> (*choices)()>
constexpr TypeOf<std::string> word_of(std::string_view placeholder, std::string_view meaning) {
  return {{.placeholder = placeholder,
           .meaning = meaning,
           .choices = choices,
           .completes = Completes::choices},
          [](std::string_view word) -> std::optional<std::string> {
            if (std::ranges::count(choices(), word) == 0) return std::nullopt;
            return std::string(word);
          }};
}

}  // namespace oscegraph::cli
