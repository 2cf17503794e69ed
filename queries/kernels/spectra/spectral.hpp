// SPDX-License-Identifier: Apache-2.0
//
// Computes centralities in which the score of a node grows with the scores of its neighbours:
// eigenvector centrality (Bonacich, 1972), Katz centrality (1953), and hubs and authorities
// (Kleinberg, 1999). In each pass, every node gets the weighted sum of the scores of the nodes with
// an arc to it (a hub: of the authorities that it has an arc to). Katz also adds a constant, and in
// a graph without cycles computes the scores directly. Passes end when the estimated distance from
// the final scores is less than `tolerance`, or when the limit of passes is reached. Eigenvector
// and Katz scores are scaled to the largest value 1, hubs and authorities to the sum 1.
//
// Eigenvector centrality iterates on A + sI, with s half of the largest eigenvalue: on A alone the
// scores of a bipartite graph (such as donors and projects) would oscillate between its sides.
// Nodes have a score if a part with the largest eigenvalue contains them or leads to them, else 0;
// if several parts have the largest eigenvalue, the score depends on the start, which is 1
// everywhere.
//
// Katz centrality attenuates by a share, below 1, of 1 / largest eigenvalue (largest_eigenvalue.hpp):
// from there on the sum does not converge. In a graph without cycles every attenuation converges, and
// the share itself is taken.
//
// Hubs and authorities are eigenvector centrality in the graph that has every node twice, as hub
// and as authority; here too only parts with the largest eigenvalue have a score.
//
// Cost: O(arcs) for each pass; the number of passes depends on the gap to the second eigenvalue.
#pragma once

#include <optional>

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct FixedPointOptions {
  double tolerance = 1e-10;          ///< mean relative distance of the values from the fixed point
  std::size_t most_passes = 10'000;  ///< small graphs get more, since passes cost little there
};

struct Eigenvector {
  std::vector<double> value;
  double eigenvalue = 0;
  std::size_t passes = 0;
  double error = 0;  ///< about how far values are from the fixed point, as they tell
  bool converged = true;
};

/// A row of `in` lists the nodes that a node takes from; for an undirected graph it is the graph
/// itself. All scores are 0 when the graph has no cycle or no arcs.
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
