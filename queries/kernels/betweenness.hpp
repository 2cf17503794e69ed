// SPDX-License-Identifier: Apache-2.0
//
// Betweenness: over all ordered pairs (s, t) of other nodes, the share of shortest s-t paths that
// pass through a node, added up. An undirected graph's usual figure is half of it.
//
// Brandes' algorithm in batches of 32 sources (lane_batch.hpp), after two reductions of undirected
// graphs that keep the result exact: trees hanging off the graph are folded into their roots (nodes
// of degree one, repeatedly), and twins are merged. Each worker takes batches as they come; results
// are added in the order of batches.
//
// Cost: O(nodes * arcs) in the worst case, and a thirtieth of the passes over memory that one
// search for each source would make. Memory: 560 bytes for each node and worker.
//
// On one thread nine times as fast as boost::brandes_betweenness_centrality on graphs of 2,000 and
// 10,000 nodes (docs/benchmarks.md).
//
// Brandes (2001); folding: Baglioni et al., "Fast exact computation of betweenness centrality in
// social networks" (2012); twins: Puzis et al. (2012).
#pragma once

#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/simd.hpp"

namespace oscegraph {

/// Ordered pairs; every pair of an undirected graph counts twice. Weights are not looked at.
std::vector<double> undirected_betweenness(const Csr& graph, Workers& workers,
                                           Simd simd = best_simd());

/// Along the arrows. Precondition: `in` is `out` transposed.
std::vector<double> directed_betweenness(const Csr& out, const Csr& in, Workers& workers,
                                         Simd simd = best_simd());

}  // namespace oscegraph
