// SPDX-License-Identifier: Apache-2.0
//
// Stores the options that a command line or a web address gives, each with the value that its type
// has read. A command looks a value up by the object of the option.
#pragma once

#include <any>
#include <optional>
#include <utility>
#include <vector>

#include "oscegraph/cli/options/option.hpp"

namespace oscegraph::cli {

class Values {
 public:
  /// Precondition: what the option's type read; empty for a flag.
  void add(const Option& option, std::any value) { given_.emplace_back(&option, std::move(value)); }

  [[nodiscard]] bool has(const Option& option) const { return find(option) != nullptr; }

  [[nodiscard]] bool operator[](const Flag& flag) const { return has(flag); }

  template <typename T>
  [[nodiscard]] T operator[](const OptionOf<T>& option) const {
    const std::any* given = find(option);
    return given == nullptr ? option.fallback() : *std::any_cast<T>(given);
  }

  template <typename T>
  [[nodiscard]] std::optional<T> operator[](const OptionalOf<T>& option) const {
    const std::any* given = find(option);
    return given == nullptr ? std::nullopt : std::optional<T>(*std::any_cast<T>(given));
  }

  template <typename T>
  [[nodiscard]] std::vector<T> operator[](const ListOf<T>& list) const {
    std::vector<T> values;
    for (const auto& [option, value] : given_)
      if (option == &list) values.push_back(*std::any_cast<T>(&value));
    return values.empty() ? list.fallback() : values;
  }

  /// The options that are given, each as often as it has values.
  [[nodiscard]] std::vector<const Option*> options() const {
    std::vector<const Option*> options;
    for (const auto& [option, value] : given_) options.push_back(option);
    return options;
  }

 private:
  [[nodiscard]] const std::any* find(const Option& option) const {
    for (const auto& [given, value] : given_)
      if (given == &option) return &value;
    return nullptr;
  }

  std::vector<std::pair<const Option*, std::any>> given_;  ///< in the order given
};

}  // namespace oscegraph::cli
