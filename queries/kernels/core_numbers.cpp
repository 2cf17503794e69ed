// SPDX-License-Identifier: Apache-2.0
//
// Whether a neighbour has fallen already is a coin toss, and a mispredicted branch costs more than
// what it saves: every neighbour's degree is written, changed or not. That one falls just now is rare,
// once for each node, and is a branch: a list that grew without one would leave the processor waiting
// for the place of each write. Rows, and where they begin, are asked for ahead of time, since those of
// nodes soon to fall lie anywhere in memory.
#include "oscegraph/queries/kernels/core_numbers.hpp"

#include <algorithm>
#include <numeric>

namespace oscegraph {
namespace {

constexpr std::size_t rows_ahead = 8;
constexpr std::size_t begins_ahead = 16;

/// Peels the `size` nodes of `falling`, and those that fall with them, at one level, to which `left`
/// nodes are left. Once all of them have fallen nothing more can change, and the rows of the busiest,
/// which fall last, need not be read. Precondition: `falling` has room for all nodes.
void peel(const Csr& graph, std::uint32_t level, std::vector<std::uint32_t>& degree,
          std::vector<Vertex>& falling, std::size_t size, std::size_t left,
          CheckNowAndThen& check) {
  for (std::size_t i = 0; i < size && size < left; ++i) {
    check.count();
    if (i + begins_ahead < size) __builtin_prefetch(graph.begin.data() + falling[i + begins_ahead]);
    if (i + rows_ahead < size) {
      const Vertex v = falling[i + rows_ahead];
      __builtin_prefetch(graph.to.data() + graph.begin[v]);
      __builtin_prefetch(graph.to.data() + graph.begin[v + 1]);
    }
    for (const Vertex u : graph.row(falling[i])) {
      const std::uint32_t before = degree[u];
      const std::uint32_t after = before - (before > level ? 1U : 0U);
      degree[u] = after;
      if (after == level && after != before) [[unlikely]]
        falling[size++] = u;
    }
  }
}

}  // namespace

std::vector<std::uint32_t> core_numbers(const Csr& graph, const Context& context) {
  CheckNowAndThen check(context);
  // The remaining degree; of a peeled node, its core number: never above the level, so no neighbour
  // lowers it any more.
  std::vector<std::uint32_t> degree(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) degree[v] = graph.degree(v);
  std::vector<Vertex> left(graph.size());
  std::iota(left.begin(), left.end(), 0U);
  std::vector<Vertex> falling(graph.size());
  for (std::uint32_t level = 0; !left.empty(); ++level) {
    // Those that fell in the last level leave the list; those with the level's degree start it.
    std::size_t kept = 0;
    std::size_t first = 0;
    std::uint32_t least = ~0U;
    check.count(left.size());
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
    peel(graph, level, degree, falling, first, left.size(), check);
  }
  return degree;
}

}  // namespace oscegraph
