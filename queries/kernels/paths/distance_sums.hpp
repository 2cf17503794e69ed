// SPDX-License-Identifier: Apache-2.0
//
// Computes for every node the number of nodes that it reaches, the sum of the distances to them
// (for closeness) and the sum of the inverse distances (harmonic centrality).
//
// 512 breadth-first searches run at once, with one bit for each (multi-source BFS). A node takes
// over the searches of its neighbours by OR of cache lines of 512 bits; searches that are new at
// the node are counted, not listed. Rows list hubs first, so for most nodes a few neighbours are
// enough. In an undirected graph twins are merged, and components are searched separately, so that
// no search waits for nodes it cannot reach. A frontier is pushed to its neighbours while it is
// small (the first level, and long thin graphs); otherwise the unreached nodes pull.
//
// Cost: O(nodes * arcs / 512) operations on cache lines at worst. Exact: distances are integers, and
// harmonic sums are added in the order of batches and levels.
//
// On one thread a hundred times as fast as boost::breadth_first_search from each node of a graph of
// 2,000 nodes, 200 times on one of 10,000 (docs/benchmarks.md).
//
// Then et al., "The more the merrier: efficient multi-source graph traversal" (2015).
#pragma once

#include <cstdint>

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/simd.hpp"

namespace oscegraph {

/// The sums by node. The node itself is not counted.
struct DistanceSums {
  std::vector<std::uint64_t> reached;
  std::vector<std::uint64_t> total;
  std::vector<double> harmonic;
};

DistanceSums undirected_distance_sums(const Csr& graph, Workers& workers, Simd simd = best_simd());

/// Distances from the node, along the arcs. Precondition: `in` is `out` transposed. For distances
/// to the node, swap the two arguments.
DistanceSums directed_distance_sums(const Csr& out, const Csr& in, Workers& workers,
                                    Simd simd = best_simd());

}  // namespace oscegraph
