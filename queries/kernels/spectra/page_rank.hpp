// SPDX-License-Identifier: Apache-2.0
//
// Computes PageRank: how often a random walker visits each node. With probability `damping` the
// walker follows a random arc (in proportion to weights). Otherwise, or at a node without arcs, the
// walker starts anew at a node drawn from `start`.
//
// Each pass pulls: a node adds up the values of its neighbours, so reads are random, writes are in
// order, and no two workers write to the same place. Directed graphs repeat such passes (Page et
// al., 1999) until the ranks change by less than `tolerance` in all. On an undirected graph the
// walk is reversible, so the ranks, scaled by the square roots of strengths, solve a symmetric
// positive definite system, and the method of conjugate gradients needs half the passes. Its
// residual is the same measure: how much one more plain pass would change the ranks.
//
// Dangling nodes: solve without them, then scale the result to 1 (Langville and Meyer, 2004, § 4).
// Cost: O(arcs) for each pass, about 15 undirected and 30 to 80 directed.
//
// boost::graph::page_rank supports neither weights nor a start vector, which we need. Without them
// ours is 1.5 times as fast on one thread (docs/benchmarks.md).
#pragma once

#include "oscegraph/graph/threads/workers.hpp"
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
  double residual = 0;  ///< above the tolerance when most_passes were not enough
};

PageRank undirected_page_rank(const Csr& graph, const PageRankOptions& options, Workers& workers);
/// `in` is the graph with its arcs reversed, with the same weights.
PageRank directed_page_rank(const Csr& in, const PageRankOptions& options, Workers& workers);

}  // namespace oscegraph
