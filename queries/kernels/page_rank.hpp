// SPDX-License-Identifier: Apache-2.0
//
// PageRank: how often a walker comes by who follows a random arc with probability `damping` (in
// proportion to weights) and else, or where there is no way on, starts anew at a node drawn from
// `start`.
//
// Each pass pulls: a node adds up what its neighbours hand out, which reads at random and writes in
// order, with no two workers at one place. Directed graphs iterate that (Page et al., 1999) until
// the ranks change by less than `tolerance` in all. On an undirected graph the walk is reversible,
// so that the ranks, scaled by the square roots of degrees, solve a symmetric positive definite
// system, and conjugate gradients need half the passes for the same residual: the figure that is
// below `tolerance` is the same, how much one more plain pass would change the ranks.
//
// Dangling nodes: solve without them, then scale the result to 1 (Langville and Meyer, 2004, § 4).
// Cost: O(arcs) for each pass, about 15 undirected and 30 to 80 directed.
//
// boost::graph::page_rank knows no weights and no start of one's own, which we need. Without them ours
// is 1.5 times as fast on one thread (docs/benchmarks.md).
#pragma once

#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct PageRankOptions {
  double damping = 0.85;
  double tolerance = 1e-8;
  std::size_t most_passes = 1000;
  std::vector<double> start;  ///< not negative, not all 0; empty: every node alike
};

struct PageRank {
  std::vector<double> rank;  ///< sums to 1
  std::size_t passes = 0;
  double residual = 0;  ///< above the tolerance when the passes ran out
};

PageRank undirected_page_rank(const Csr& graph, const PageRankOptions& options, Workers& workers);
/// `in` is the graph with its arcs turned around, with the same weights.
PageRank directed_page_rank(const Csr& in, const PageRankOptions& options, Workers& workers);

}  // namespace oscegraph
