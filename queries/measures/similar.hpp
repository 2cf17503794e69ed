// SPDX-License-Identifier: Apache-2.0
//
// Finds the nodes that are most like a given node. They are of the same kind, and have the same
// relations to the same others; or, by `meeting`, their neighbours are themselves alike.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

enum class Likeness : std::uint8_t { jaccard, adamic_adar, meeting };

struct SimilarOptions {
  NodeId node = none;
  std::size_t top = 10;
  Likeness by = Likeness::jaccard;
  Context context{};
};

struct SimilarNode {
  NodeId node = none;
  double jaccard = 0;      ///< common neighbours / all neighbours of the two
  double adamic_adar = 0;  ///< common neighbours, the rarer the heavier
  double meeting = 0;      ///< by Likeness::meeting: kernels/meeting.hpp, whatever the relations
  std::vector<NodeId> shared{};  ///< common neighbours, in order of number
  std::vector<NodeId>
      meet_at{};  ///< by Likeness::meeting: nodes at which the two meet, most often first
};

struct SimilarAnswer {
  NodeId node = none;
  Likeness by = Likeness::jaccard;
  std::vector<SimilarNode> similar{};  ///< most alike first
  Subset subset;
};

/// Nodes are in order of `by`, highest first, then of jaccard, adamic_adar and node number. A
/// neighbour is a triple of relation, direction and node. A node that has no neighbour in common is
/// not listed, except by `meeting`, where it is listed if the two walkers can meet. Subset: the
/// node, the listed nodes, their common neighbours or where they meet, and the edges between all
/// these, with the node scores `jaccard`, `adamic_adar` and, by `meeting`, `meeting`. Errors: the
/// node is not in scope. Cost: O(sum of the degrees of the node's neighbours); by meeting, O(edges)
/// some twenty times, plus four times for each row.
SimilarAnswer similar(const Subset& scope, const SimilarOptions& options);

/// A row for each: name, `jaccard`, `adamic_adar`, `shared` (names); by meeting also `meeting` and
/// `meet_at`.
Table table_of(const SimilarAnswer& answer, const Context& context = {});

}  // namespace oscegraph
