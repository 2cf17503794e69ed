// SPDX-License-Identifier: Apache-2.0
//
// The options that a command line, or a web address, gives.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/cli/options/option.hpp"
#include "oscegraph/graph/date.hpp"

namespace oscegraph::cli {

/// The options given, checked, in the order given.
class Values {
 public:
  void add(const Option& option, std::string value) {
    given_.emplace_back(&option, std::move(value));
  }

  [[nodiscard]] bool has(std::string_view name) const;
  /// The value; nullopt when the option is not given.
  [[nodiscard]] std::optional<std::string_view> text(std::string_view name) const;
  /// All values of all repeats, with "a,b" taken apart where the option is a list.
  [[nodiscard]] std::vector<std::string_view> words(std::string_view name) const;
  /// Precondition for both: the option's type is count_value, or date_value.
  [[nodiscard]] std::size_t count(std::string_view name, std::size_t otherwise) const;
  [[nodiscard]] Date date(std::string_view name) const;

 private:
  std::vector<std::pair<const Option*, std::string>> given_;
};

}  // namespace oscegraph::cli
