// SPDX-License-Identifier: Apache-2.0
//
// Centralities that are fixed points of "a node is as important as those it is connected with":
// eigenvector (Bonacich, 1972), Katz (1953) and hubs and authorities (Kleinberg, 1999). All iterate
// a pull over the rows until what they still have to go is less than `tolerance`, largest value 1
// for eigenvector and Katz, sum 1 for hubs and authorities.
//
// Eigenvector: the iteration runs on A + sI, s half of the largest eigenvalue, or a bipartite graph
// (donors and projects!) would swing between its sides for ever. Nodes keep a score where parts with
// the largest eigenvalue lead to them, 0 elsewhere; where several parts have it, the score is what
// the iteration makes of a start with 1 everywhere. Katz attenuates by a share of 1 / largest
// eigenvalue, from where on it has no meaning; in a graph without cycles every attenuation has one,
// and the share itself is taken. The eigenvalue is that of largest_eigenvalue.hpp. Hubs and
// authorities are the eigenvector of the graph in which every node stands twice, as both; here too
// only parts with the largest eigenvalue keep a score.
// Cost: O(arcs) for each pass; how many depends on the gap to the second eigenvalue.
#pragma once

#include <optional>

#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct FixedPointOptions {
  double tolerance = 1e-10;  ///< mean distance of a value from the fixed point, relative to it
  std::size_t most_passes = 10'000;  ///< more on small graphs, where they cost little
};

struct Eigenvector {
  std::vector<double> value;
  double eigenvalue = 0;
  std::size_t passes = 0;
  double error = 0;  ///< about how far values are from the fixed point, as they tell
  bool converged = true;
};

/// `in`: the rows a node takes from; the graph itself when undirected. All 0 when the graph has no
/// cycle to feed it (a directed forest), or no arcs.
Eigenvector eigenvector_centrality(const Csr& in, const FixedPointOptions& options,
                                   Workers& workers);

struct KatzOptions {
  /// The attenuation as a share of 1 / largest eigenvalue, above 0 and below 1.
  double share = 0.85;
  /// The attenuation itself, in place of a share. Precondition: attenuation * largest eigenvalue < 1.
  std::optional<double> attenuation{};
};

/// x = attenuation * (A x) + 1, scaled.
Eigenvector katz_centrality(const Csr& in, const KatzOptions& katz,
                            const FixedPointOptions& options, Workers& workers);

struct HubsAndAuthorities {
  std::vector<double> hub;
  std::vector<double> authority;
  std::size_t passes = 0;
  double error = 0;  ///< about how far values are from the fixed point, as they tell
  bool converged = true;
};

HubsAndAuthorities hubs_and_authorities(const Csr& out, const Csr& in,
                                        const FixedPointOptions& options, Workers& workers);

}  // namespace oscegraph
