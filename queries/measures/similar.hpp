// SPDX-License-Identifier: Apache-2.0
//
// Who looks like this node? Nodes of the same kind that stand in the same relations to the same
// others, or, by `meeting`, to others that are alike in turn.
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
      meet_at{};  ///< by Likeness::meeting: places that make the two alike, most first
};

struct SimilarAnswer {
  NodeId node = none;
  Likeness by = Likeness::jaccard;
  std::vector<SimilarNode> similar{};  ///< most alike first
  Subset subset;
};

/// Highest first by `by`, then jaccard, adamic_adar, node number. A neighbour is a triple of relation,
/// direction and node. Nodes with nothing in common are not listed, unless by `meeting`, where it is
/// enough that any way leads to them. Subset: the node, the listed ones, what they share or where they
/// meet and the edges between, with the node scores `jaccard`, `adamic_adar` and, if asked for,
/// `meeting`. Errors: the node is not in scope. Cost: O(sum of the degrees of the node's neighbours);
/// by meeting, O(edges) some twenty times and four times for each row.
SimilarAnswer similar(const Subset& scope, const SimilarOptions& options);

/// A row for each: name, `jaccard`, `adamic_adar`, `shared` (names); by meeting also `meeting` and
/// `meet_at`.
Table table_of(const SimilarAnswer& answer, const Context& context = {});

}  // namespace oscegraph
