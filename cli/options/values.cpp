// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/options/values.hpp"

#include <algorithm>

#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {

bool Values::has(std::string_view name) const { return text(name).has_value(); }

std::optional<std::string_view> Values::text(std::string_view name) const {
  const auto found =
      std::ranges::find(given_, name, [](const auto& given) { return given.first->name; });
  if (found == given_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> Values::words(std::string_view name) const {
  std::vector<std::string_view> words;
  for (const auto& [option, value] : given_) {
    if (option->name != name) continue;
    const auto parts = words_of(*option->value, value);
    words.insert(words.end(), parts.begin(), parts.end());
  }
  return words;
}

std::size_t Values::count(std::string_view name, std::size_t otherwise) const {
  const auto value = text(name);
  return value ? parse_count(*value).value() : otherwise;
}

Date Values::date(std::string_view name) const {
  const auto value = text(name);
  return value ? Date::parse(*value).value() : Date();
}

}  // namespace oscegraph::cli
