// SPDX-License-Identifier: Apache-2.0
//
// Estimates the betweenness of each node from a sample of sources. With probability 1 - delta, the
// values of all nodes differ by at most epsilon from the exact normalised values (0 to 1).
//
// Sources are drawn at random, and the dependencies of their searches (lane_batch.hpp, 32 at a
// time) are averaged. The dependency of one source on a node, divided by nodes - 2, is between 0
// and 1. So after k sources, by the empirical Bernstein bound (Maurer and Pontil, "Empirical
// Bernstein bounds and sample-variance penalization", 2009), each average is within
//     sqrt(2 V ln(4/d) / k) + 7 ln(4/d) / (3 (k - 1))
// of the true value, where V is the node's sample variance. Sampling stops when this bound is below
// epsilon for every node. The bound is checked after 1, 2, 4, ... times the first number of
// sources, in round i with d = delta / (nodes * i * (i + 1)), so that the probability that any
// check of any node fails is below delta. Brandes and Pich, "Centrality estimation in large
// networks" (2007), sample sources without a bound; Riondato and Kornaropoulos (2016) and KADABRA
// (Borassi and Natale, 2016) sample paths.
//
// Cost: O(arcs) for each source, about (50 to 200) / epsilon sources. When sampling would need as
// many sources as there are nodes, the exact computation is done instead.
#pragma once

#include <cstdint>

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/simd.hpp"

namespace oscegraph {

struct SamplingOptions {
  double epsilon = 0.01;
  double delta = 0.1;
  std::uint64_t seed = 1;
};

struct SampledBetweenness {
  std::vector<double> value;  ///< over ordered pairs, as undirected_betweenness()
  std::size_t sources = 0;    ///< the number of searches; when exact, the number of nodes
  double epsilon = 0;         ///< error bound of the normalised values; 0: exact
};

/// `in` is `out` transposed, or the same object as `out` for an undirected graph. The same seed
/// gives the same values.
SampledBetweenness sampled_betweenness(const Csr& out, const Csr& in,
                                       const SamplingOptions& options, Workers& workers,
                                       Simd simd = best_simd());

}  // namespace oscegraph
