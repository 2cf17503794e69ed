// SPDX-License-Identifier: Apache-2.0
//
// How far is everything from a node: how many others it reaches, the sum of distances to them
// (closeness) and the sum of their inverses (harmonic centrality), for every node in one pass.
//
// 512 breadth-first searches run at once, a bit each: a node's neighbours are asked which searches
// have come to them, with one OR for a cache line of 512 answers, and the searches that are new are
// counted, not listed. Rows meet hubs first, so most nodes know enough after a few neighbours. In an
// undirected graph twins are merged, and components are searched apart, so that no search waits for
// nodes it cannot reach. Frontiers are handed on by pushing while they are small (the first level,
// and long thin graphs), by pulling otherwise.
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

#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/simd.hpp"

namespace oscegraph {

/// By node. The node itself is not counted.
struct DistanceSums {
  std::vector<std::uint64_t> reached;
  std::vector<std::uint64_t> total;
  std::vector<double> harmonic;
};

DistanceSums undirected_distance_sums(const Csr& graph, Workers& workers, Simd simd = best_simd());

/// Along the arrows from the node. Precondition: `in` is `out` transposed. For the distances to the
/// node hand in the two the other way round.
DistanceSums directed_distance_sums(const Csr& out, const Csr& in, Workers& workers,
                                    Simd simd = best_simd());

}  // namespace oscegraph
