// SPDX-License-Identifier: Apache-2.0
//
// Who holds the graph together? An articulation point is a node, a bridge an edge, without which a
// component falls apart. Parallel edges are one here: two relations between the same two nodes are
// one connection.
//
// Boost.Graph's biconnected_components: depth-first search with low points (Hopcroft and Tarjan,
// "Efficient algorithms for graph manipulation", 1973). Its stack is a vector, so a path of a million
// nodes is no danger. Cost: O(nodes + arcs).
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct Cuts {
  /// By node: into how many more parts its component falls without it; 0: no articulation point.
  std::vector<std::uint32_t> splits;
  std::vector<Arc> bridges;  ///< from < to, in order
};

/// Precondition: undirected.
Cuts find_cuts(const Csr& graph, const Context& context = {});

}  // namespace oscegraph
