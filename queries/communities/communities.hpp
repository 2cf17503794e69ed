// SPDX-License-Identifier: Apache-2.0
//
// Who belongs together? Communities with more connections within than one would expect, found by
// Leiden (every community is connected) or Louvain; named after their strongest members.
#pragma once

#include <cstdint>
#include <optional>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/measures/compact_graph.hpp"

namespace oscegraph {

enum class CommunityMethod : std::uint8_t { leiden, louvain };

struct CommunitiesOptions {
  CommunityMethod method = CommunityMethod::leiden;
  double resolution = 1;   ///< higher: more and smaller communities
  std::uint64_t seed = 0;  ///< another order of nodes; 0: by number
  bool two_mode = false;   ///< expect edges between projects and others only (Barber)
  EdgeWeight weight;
  Context context{};
};

/// Communities are numbered from 1, largest first, ties by smallest node. Rows: `community`, `label`
/// (its strongest member), `size`, `main_kind`, `inside` (the share of its members' weights that
/// stays within), up to five strongest `members`. Communities of one node get no row but a note.
/// Facts: communities, modularity. Subset: the scope with the node score `community`.
/// Errors: two_mode on a graph that is not. Cost: O(edges) for each of some twenty passes.
Answer communities(const Subset& scope, const CommunitiesOptions& options);

/// The same for two narrowings of one graph, matched by the members they share: rows for nodes in
/// other company than before (`change`: moved, new, gone) and for nodes whose neighbours lie in
/// several communities (`bridges`), with `before` and `after` labels and `reach` (how evenly its
/// weights are spread over communities afterwards, 0 to 1). Subset: `after` with the node scores
/// `community_before`, `community` and `reach`.
Answer compare_communities(const Subset& before, const Subset& after,
                           const CommunitiesOptions& options);

}  // namespace oscegraph
