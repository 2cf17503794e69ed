// SPDX-License-Identifier: Apache-2.0
//
// Computes the betweenness of each node: the sum, over all ordered pairs (s, t) of other nodes, of
// the share of shortest s-t paths that pass through the node. For an undirected graph, the usual
// value is half of this.
//
// Brandes' algorithm in batches of 32 sources (lane_batch.hpp), after two exact reductions of
// undirected graphs: hanging trees are folded into their roots (nodes of degree one are removed
// repeatedly), and twins are merged. Each worker takes the next free batch; results are added in
// the order of batches.
//
// Cost: O(nodes * arcs) in the worst case, but only about a thirtieth of the passes over memory
// that one search for each source would make. Memory: 560 bytes for each node and worker.
//
// On one thread nine times as fast as boost::brandes_betweenness_centrality on graphs of 2,000 and
// 10,000 nodes (docs/benchmarks.md).
//
// Brandes (2001); folding: Baglioni et al., "Fast exact computation of betweenness centrality in
// social networks" (2012); twins: Puzis et al. (2012).
#pragma once

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/simd.hpp"

namespace oscegraph {

/// Over ordered pairs: every pair of nodes counts twice. Weights are ignored.
std::vector<double> undirected_betweenness(const Csr& graph, Workers& workers,
                                           Simd simd = best_simd());

/// Along the arrows. Precondition: `in` is `out` transposed.
std::vector<double> directed_betweenness(const Csr& out, const Csr& in, Workers& workers,
                                         Simd simd = best_simd());

}  // namespace oscegraph
