// SPDX-License-Identifier: Apache-2.0
//
// Which format a path asks for by its ending.
#pragma once

#include <algorithm>
#include <ranges>
#include <string_view>

namespace oscegraph {

/// Whether `path` ends in `ending` with something before it, ASCII case ignored.
inline bool path_ends_in(std::string_view path, std::string_view ending) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return path.size() > ending.size() &&
         std::ranges::equal(path.substr(path.size() - ending.size()), ending, {}, lower, lower);
}

/// The first format with an extension the path ends in; nullptr when none has.
template <std::ranges::contiguous_range Formats>
auto format_by_ending(const Formats& formats, std::string_view path) {
  const auto found = std::ranges::find_if(formats, [&](const auto& format) {
    return std::ranges::any_of(format.extensions,
                               [&](std::string_view ending) { return path_ends_in(path, ending); });
  });
  return found == std::ranges::end(formats) ? nullptr : &*found;
}

}  // namespace oscegraph
