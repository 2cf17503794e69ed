// SPDX-License-Identifier: Apache-2.0
//
// Counts the different values in each of many groups, in one pass. Sorting each group, or making a
// set of its values, would cost more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "oscegraph/graph/threads/group_by_key.hpp"

namespace oscegraph {

/// How many different values each group has. Precondition: values are below `bound`. Cost: linear, and a
/// number for each value below the bound.
inline std::vector<std::uint32_t> count_distinct(const Groups<std::uint32_t>& groups,
                                                 std::size_t bound) {
  const auto size = static_cast<std::uint32_t>(groups.size());
  std::vector<std::uint32_t> counts(size);
  std::vector<std::uint32_t> last_group(bound, size);
  for (std::uint32_t g = 0; g < size; ++g)
    for (const std::uint32_t value : groups.of(g)) {
      counts[g] += last_group[value] != g ? 1U : 0U;
      last_group[value] = g;
    }
  return counts;
}

}  // namespace oscegraph
