// SPDX-License-Identifier: Apache-2.0
//
// Whether a neighbour has fallen already is a coin toss, and a mispredicted branch costs more than
// what it saves: every neighbour's degree is written, changed or not, and every neighbour put at the
// end of the list, whose length grows only by those that fall. Rows of nodes soon to fall are asked
// for ahead of time, since they lie anywhere in memory.
#include "oscegraph/queries/kernels/core_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace oscegraph {
namespace {

constexpr std::size_t rows_ahead = 8;

/// Peels the `size` nodes of `falling`, and those that fall with them, at one level. Precondition:
/// `falling` has room for all nodes and one more.
void peel(const Csr& graph, std::uint32_t level, std::vector<std::uint32_t>& degree,
          std::vector<Vertex>& falling, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    if (i + rows_ahead < size)
      __builtin_prefetch(graph.to.data() + graph.begin[falling[i + rows_ahead]]);
    for (const Vertex u : graph.row(falling[i])) {
      const std::uint32_t before = degree[u];
      const std::uint32_t after = before - (before > level ? 1U : 0U);
      degree[u] = after;
      falling[size] = u;
      size += (after != before ? 1U : 0U) & (after == level ? 1U : 0U);
    }
  }
}

}  // namespace

std::vector<std::uint32_t> core_numbers(const Csr& graph) {
  // The remaining degree; of a peeled node, its core number: never above the level, so no neighbour
  // lowers it any more.
  std::vector<std::uint32_t> degree(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) degree[v] = graph.degree(v);
  std::vector<Vertex> left(graph.size());
  std::iota(left.begin(), left.end(), 0U);
  std::vector<Vertex> falling(std::size_t{graph.size()} + 1);
  for (std::uint32_t level = 0; !left.empty(); ++level) {
    // Those that fell in the last level leave the list; those with the level's degree start it.
    std::size_t kept = 0;
    std::size_t first = 0;
    std::uint32_t least = ~0U;
    for (const Vertex v : left) {
      const std::uint32_t d = degree[v];
      left[kept] = v;
      kept += d >= level ? 1 : 0;
      falling[first] = v;
      first += d == level ? 1 : 0;
      if (d >= level) least = std::min(least, d);
    }
    left.resize(kept);
    if (first == 0 && !left.empty()) {
      level = least - 1;  // nothing happens before
      continue;
    }
    peel(graph, level, degree, falling, first);
  }
  return degree;
}

}  // namespace oscegraph
