// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/core_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace oscegraph {

std::vector<std::uint32_t> core_numbers(const Csr& graph) {
  // The remaining degree; of a peeled node, its core number: never above the level, so no neighbour
  // lowers it any more.
  std::vector<std::uint32_t> degree(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) degree[v] = graph.degree(v);
  std::vector<Vertex> left(graph.size());
  std::iota(left.begin(), left.end(), 0U);
  std::vector<Vertex> falling;
  for (std::uint32_t level = 0; !left.empty(); ++level) {
    // Those that fell in the last level leave the list; those with the level's degree start it.
    falling.clear();
    std::size_t kept = 0;
    std::uint32_t least = ~0U;
    for (const Vertex v : left) {
      const std::uint32_t d = degree[v];
      left[kept] = v;
      kept += d >= level ? 1 : 0;
      if (d == level) falling.push_back(v);
      if (d >= level) least = std::min(least, d);
    }
    left.resize(kept);
    if (falling.empty() && !left.empty()) {
      level = least - 1;  // nothing happens before
      continue;
    }
    for (std::size_t i = 0; i < falling.size(); ++i)
      for (const Vertex u : graph.row(falling[i]))
        if (degree[u] > level && --degree[u] == level) falling.push_back(u);
  }
  return degree;
}

}  // namespace oscegraph
