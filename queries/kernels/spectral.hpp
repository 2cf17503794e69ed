// SPDX-License-Identifier: Apache-2.0
//
// Centralities that are fixed points of "a node is as important as those it is connected with":
// eigenvector (Bonacich, 1972), Katz (1953) and hubs and authorities (Kleinberg, 1999). All iterate
// a pull over the rows until the values change by less than `tolerance` in all, largest value 1 for
// eigenvector and Katz, sum 1 for hubs and authorities.
//
// Eigenvector: the iteration runs on A + sI, s half of the largest eigenvalue found so far, or a
// bipartite graph (donors and projects!) would swing between its sides for ever. Of several
// components only that with the largest eigenvalue keeps a score. Katz attenuates by 0.85 / largest
// eigenvalue unless told otherwise; from 1 / eigenvalue on it has no meaning.
// Cost: O(arcs) for each pass; how many depends on the gap to the second eigenvalue.
#pragma once

#include <optional>

#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/workers.hpp"

namespace oscegraph {

struct FixedPointOptions {
  double tolerance = 1e-10;  ///< mean change of a value, relative to the largest
  std::size_t most_passes = 10'000;
};

struct Eigenvector {
  std::vector<double> value;
  double eigenvalue = 0;
  std::size_t passes = 0;
  bool converged = true;
};

/// `in`: the rows a node takes from; the graph itself when undirected. All 0 when the graph has no
/// cycle to feed it (a directed forest), or no arcs.
Eigenvector eigenvector_centrality(const Csr& in, const FixedPointOptions& options,
                                   Workers& workers);

/// x = attenuation * (A x) + 1, scaled. Precondition: attenuation * largest eigenvalue < 1.
Eigenvector katz_centrality(const Csr& in, std::optional<double> attenuation,
                            const FixedPointOptions& options, Workers& workers);

struct HubsAndAuthorities {
  std::vector<double> hub;
  std::vector<double> authority;
  std::size_t passes = 0;
  bool converged = true;
};

HubsAndAuthorities hubs_and_authorities(const Csr& out, const Csr& in,
                                        const FixedPointOptions& options, Workers& workers);

}  // namespace oscegraph
