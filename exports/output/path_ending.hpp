// SPDX-License-Identifier: Apache-2.0
//
// Finds the format whose ending a path has.
#pragma once

#include <algorithm>
#include <cstddef>
#include <ranges>
#include <string_view>

namespace oscegraph {

/// Whether `path` ends in `ending` with something before it, ASCII case ignored.
inline bool path_ends_in(std::string_view path, std::string_view ending) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return path.size() > ending.size() &&
         std::ranges::equal(path.substr(path.size() - ending.size()), ending, {}, lower, lower);
}

/// Length of the longest ending of the format that the path has: 5 for ".json" in "x.json"; 0:
/// none.
template <typename Format>
std::size_t known_ending(const Format& format, std::string_view path) {
  std::size_t longest = 0;
  for (const std::string_view ending : format.extensions)
    if (path_ends_in(path, ending)) longest = std::max(longest, ending.size());
  return longest;
}

/// The format with the longest ending that the path has, the first of several; nullptr when there
/// is none.
template <std::ranges::contiguous_range Formats>
auto format_by_ending(const Formats& formats, std::string_view path) {
  const auto best = std::ranges::max_element(
      formats, {}, [&](const auto& format) { return known_ending(format, path); });
  const bool known = best != std::ranges::end(formats) && known_ending(*best, path) > 0;
  return known ? &*best : nullptr;
}

}  // namespace oscegraph
