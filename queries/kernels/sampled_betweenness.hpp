// SPDX-License-Identifier: Apache-2.0
//
// Betweenness, near enough: within epsilon of the normalised value (0 to 1), for all nodes at once,
// with probability 1 - delta.
//
// Sources are drawn at random, and the dependencies of their searches (lane_batch.hpp, 32 at a time)
// averaged. One source's dependency on a node, over nodes - 2, lies between 0 and 1, so after k
// sources the empirical Bernstein bound (Maurer and Pontil, "Empirical Bernstein bounds and
// sample-variance penalization", 2009) holds each average within
//     sqrt(2 V ln(4/d) / k) + 7 ln(4/d) / (3 (k - 1))
// of the truth, V being the node's own sample variance. Sampling stops when that is below epsilon
// for every node; the check is made after 1, 2, 4, ... times the first round, round i with
// d = delta / (nodes * i * (i + 1)), so that all checks of all nodes together fail with probability
// below delta. Brandes and Pich, "Centrality estimation in large networks" (2007), sample sources
// without a bound; Riondato and Kornaropoulos (2016) and KADABRA (Borassi and Natale, 2016) sample
// paths.
//
// Cost: O(arcs) for each source, about (50 to 200) / epsilon sources; never more than the exact
// computation, which is done instead when sampling would need as many sources as there are nodes.
#pragma once

#include <cstdint>

#include "oscegraph/graph/workers.hpp"
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
  std::size_t sources = 0;    ///< searched from; the number of nodes when exact
  double epsilon = 0;         ///< what the normalised values are within; 0: exact
};

/// `in` is `out` transposed, or `out` itself when undirected. Same seed, same values.
SampledBetweenness sampled_betweenness(const Csr& out, const Csr& in,
                                       const SamplingOptions& options, Workers& workers,
                                       Simd simd = best_simd());

}  // namespace oscegraph
