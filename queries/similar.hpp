// SPDX-License-Identifier: Apache-2.0
//
// Who looks like this node? Nodes of the same kind that stand in the same relations to the same
// others.
#pragma once

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

struct SimilarOptions {
  NodeId node = none;
  std::size_t top = 10;
};

/// Rows: name, `jaccard` (common neighbours / all neighbours of the two, a neighbour being a triple
/// of relation, direction and node), `adamic_adar` (common neighbours, the rarer the heavier),
/// `shared` (their names); highest jaccard first, then adamic_adar, then node number. Nodes with
/// nothing in common are not listed. Subset: the node, the listed ones, what they share and the
/// edges between, with the node scores `jaccard` and `adamic_adar`. Errors: the node is not in
/// scope. Cost: O(sum of the degrees of the node's neighbours).
Answer similar(const Subset& scope, const SimilarOptions& options);

}  // namespace oscegraph
