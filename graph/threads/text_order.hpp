// SPDX-License-Identifier: Apache-2.0
//
// Sorts many texts with long common beginnings ("project:x000017"). The first sixteen bytes are
// compared as two numbers that are stored beside the position; the text itself is read only when
// both are equal. Runs are sorted on several threads and merged.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {

/// The positions 0 .. size - 1 in order of text_of(position); equal texts in order of position.
template <typename TextOf>
std::vector<std::uint32_t> order_by_text(std::size_t size, const Context& context,
                                         const TextOf& text_of) {
  struct Key {
    std::uint64_t first;
    std::uint64_t second;
    std::uint32_t position;
  };
  const auto number = [](std::string_view text) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
      value = value << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return value;
  };
  const auto less = [&](const Key& a, const Key& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second != b.second) return a.second < b.second;
    const int order = text_of(a.position).compare(text_of(b.position));
    return order != 0 ? order < 0 : a.position < b.position;
  };
  constexpr std::size_t run = std::size_t{1} << 16U;
  std::vector<Key> keys(size);
  parallel_ranges(size, run, context, [&](std::size_t first, std::size_t last, unsigned) {
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view text = text_of(static_cast<std::uint32_t>(i));
      keys[i] = {number(text), number(text.substr(std::min<std::size_t>(text.size(), 8))),
                 static_cast<std::uint32_t>(i)};
    }
    const auto begin = keys.begin();
    std::sort(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last),
              less);
  });
  for (std::size_t width = run; width < size; width *= 2)
    parallel_ranges(size, 2 * width, context, [&](std::size_t first, std::size_t last, unsigned) {
      const auto begin = keys.begin();
      std::inplace_merge(begin + static_cast<std::ptrdiff_t>(first),
                         begin + static_cast<std::ptrdiff_t>(std::min(first + width, last)),
                         begin + static_cast<std::ptrdiff_t>(last), less);
    });
  std::vector<std::uint32_t> order(size);
  for (std::size_t i = 0; i < size; ++i) order[i] = keys[i].position;
  return order;
}

}  // namespace oscegraph
