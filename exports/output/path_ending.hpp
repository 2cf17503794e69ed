// SPDX-License-Identifier: Apache-2.0
//
// Which format a path asks for by its ending.
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

/// How much of the path's end the format knows: ".json" in "x.json"; 0: nothing.
template <typename Format>
std::size_t known_ending(const Format& format, std::string_view path) {
  std::size_t longest = 0;
  for (const std::string_view ending : format.extensions)
    if (path_ends_in(path, ending)) longest = std::max(longest, ending.size());
  return longest;
}

/// The format that knows most of the path's end, the first of several; nullptr when none does.
template <std::ranges::contiguous_range Formats>
auto format_by_ending(const Formats& formats, std::string_view path) {
  const auto best = std::ranges::max_element(
      formats, {}, [&](const auto& format) { return known_ending(format, path); });
  const bool known = best != std::ranges::end(formats) && known_ending(*best, path) > 0;
  return known ? &*best : nullptr;
}

}  // namespace oscegraph
