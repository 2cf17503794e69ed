// SPDX-License-Identifier: Apache-2.0
//
// How are two nodes connected? The shortest path, the k shortest, or all up to a length; along the
// arrows or ignoring them. A path visits no node twice; parallel edges are one step that lists its
// relations.
#pragma once

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"

namespace oscegraph {

struct PathOptions {
  NodeId from = none;
  NodeId to = none;
  bool directed = false;  ///< follow arrows only
  std::size_t k = 1;      ///< that many shortest paths
  bool all = false;       ///< every path of at most max_length steps; k is not looked at
  std::size_t max_length = 4;
  std::size_t cap = 1000;  ///< with `all`: stop after so many, and say so in a note
  Context context{};
};

/// Paths in order of length, then of node numbers (that is, of ids) along the path. Rows: `path`,
/// `step`, `from`, `relation` ("funds →" along the arrow, "← implements" against it), `to`,
/// `documents` that state the step. Subset: the union of the paths.
/// Errors: an end is not in scope; both ends are the same node; there is no path (the sentence says
/// how far each end reaches, and whether ignoring directions or a longer limit would help).
/// Cost: k == 1: O(nodes + edges) at worst, usually far less; k: that times k and the path length;
/// all: that times `cap`, the path length and max_length at worst.
Answer path(const Subset& scope, const PathOptions& options);

}  // namespace oscegraph
