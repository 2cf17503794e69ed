// SPDX-License-Identifier: Apache-2.0
//
// Who looks like this node? Nodes of the same kind that stand in the same relations to the same
// others, or, by `meeting`, to others that are alike in turn.
#pragma once

#include <cstdint>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"

namespace oscegraph {

enum class Likeness : std::uint8_t { jaccard, adamic_adar, meeting };

struct SimilarOptions {
  NodeId node = none;
  std::size_t top = 10;
  Likeness by = Likeness::jaccard;
  Context context{};
};

/// Rows: name, `jaccard` (common neighbours / all neighbours of the two, a neighbour being a triple
/// of relation, direction and node), `adamic_adar` (common neighbours, the rarer the heavier),
/// `shared` (their names); highest first by `by`, then jaccard, adamic_adar, node number. Nodes with
/// nothing in common are not listed. By `meeting` (kernels/meeting.hpp, whatever the relations) they
/// are, if any way leads to them, and there are the columns `meeting` and `meet_at`, the places that
/// make the two alike. Subset: the node, the listed ones, what they share or where they meet and the
/// edges between, with the node scores `jaccard`, `adamic_adar` and, if asked for, `meeting`.
/// Errors: the node is not in scope. Cost: O(sum of the degrees of the node's neighbours); by
/// meeting, O(edges) some twenty times and four times for each row.
Answer similar(const Subset& scope, const SimilarOptions& options);

}  // namespace oscegraph
