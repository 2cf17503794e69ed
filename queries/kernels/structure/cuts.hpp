// SPDX-License-Identifier: Apache-2.0
//
// Finds articulation points and bridges: the nodes and the edges without which a component falls
// into several parts. Parallel edges count as one: two relations between the same two nodes are one
// connection.
//
// Boost.Graph's biconnected_components: depth-first search with low points (Hopcroft and Tarjan,
// "Efficient algorithms for graph manipulation", 1973). Its stack is a vector, so a path of a
// million nodes does not overflow the call stack. Cost: O(nodes + arcs).
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct Cuts {
  /// By node: the number of additional parts its component has without it; 0: no articulation
  /// point.
  std::vector<std::uint32_t> splits;
  std::vector<Arc> bridges;  ///< each with from < to; sorted
};

/// Precondition: undirected.
Cuts find_cuts(const Csr& graph, const Context& context = {});

}  // namespace oscegraph
