// SPDX-License-Identifier: Apache-2.0
//
// Finds communities in a part of the graph: sets of nodes with more connections among them than
// chance would give. The method is Leiden, which makes every community connected, or Louvain. A
// community is named after its strongest member. The communities of two narrowings of a graph can
// also be compared.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/workers.hpp"
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

/// A community of more than one node.
struct Community {
  std::size_t size = 0;
  Kind main_kind{};   ///< the kind that most members have; ties: the first of the vocabulary
  double inside = 0;  ///< the share of its members' weights that stays within; NaN: no weights
  std::vector<NodeId> members{};  ///< the five strongest; the first one names the community
};

struct CommunitiesAnswer {
  std::size_t count = 0;  ///< of all communities
  double modularity = 0;
  std::vector<Community>
      communities{};  ///< community `i` has the number i + 1; communities of one node follow
  EdgesLeftOut left_out{};
  Subset subset;
};

/// Communities are numbered from 1, largest first, ties by smallest node. Subset: the scope with
/// the node score `community`. Errors: `two_mode` for a graph with an edge inside one of the two
/// sides. Cost: O(edges) for each of some twenty passes.
CommunitiesAnswer communities(const Subset& scope, const CommunitiesOptions& options);

/// Rows: `community`, `label` (its strongest member), `size`, `main_kind`, `inside`, `members`.
/// Communities of one node get no row but a note. Facts: communities, modularity.
Table table_of(const CommunitiesAnswer& answer, const Context& context = {});

enum class CompanyChange : std::uint8_t { moved, appeared, gone, bridges };

/// A node whose community has changed, or whose neighbours lie in several communities.
struct CommunityChange {
  NodeId node = none;
  CompanyChange change{};
  NodeId before = none;  ///< the strongest member of its community before; none: it was not there
  NodeId after = none;   ///< of its community afterwards; none: it is gone
  double reach =
      0;  ///< how evenly its weights are spread over communities afterwards; NaN: unknown
};

struct CommunityChangesAnswer {
  std::size_t count_before = 0;  ///< of communities
  std::size_t count_after = 0;
  double modularity_before = 0;
  double modularity_after = 0;
  std::vector<CommunityChange> changes{};  ///< in order of node
  Subset subset;
};

/// communities() for two narrowings of one graph, matched by the members they share. Subset: `after`
/// with the node scores `community_before`, `community` and `reach` (0 to 1; from 0.5 on a node
/// bridges).
CommunityChangesAnswer compare_communities(const Subset& before, const Subset& after,
                                           const CommunitiesOptions& options);

/// Rows: node, kind, `change` (moved, new, gone, bridges), labels `before` and `after`, `reach`.
Table table_of(const CommunityChangesAnswer& answer, const Context& context = {});

}  // namespace oscegraph
