// SPDX-License-Identifier: Apache-2.0
//
// Finds paths between two nodes: the shortest, the k shortest, or all up to a length, along the
// arrows or ignoring them. A path visits no node twice. Parallel edges are one step, which lists
// all of them.
#pragma once

#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

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

/// The step from one node of a path to the next.
struct PathStep {
  NodeId from = none;
  NodeId to = none;
  std::vector<EdgeId> edges;  ///< between the two, along the step first
  std::size_t documents = 0;  ///< different ones that state any of the edges
};

struct PathAnswer {
  NodeId from = none;
  NodeId to = none;
  bool directed = false;
  std::vector<std::vector<PathStep>> paths{};
  bool complete = true;  ///< false: there are more than `cap`
  bool fewer = false;    ///< there are fewer paths than were asked for
  Subset subset;
};

/// Paths in order of length, then of node numbers (that is, of ids) along the path. Subset: the union
/// of the paths. Errors: an end is not in scope; both ends are the same node; there is no path (the
/// sentence says how far each end reaches, and whether ignoring directions or a longer limit would
/// help). Cost: k == 1: O(nodes + edges) at worst, usually far less; k: that times k and the path
/// length; all: that times `cap`, the path length and max_length at worst.
PathAnswer path(const Subset& scope, const PathOptions& options);

/// A row for each step: `path` and `step` (their numbers from 1), `from`, `relation` ("funds →" along
/// the arrow, "← implements" against it), `to`, `documents`.
Table table_of(const PathAnswer& answer, const Context& context = {});

}  // namespace oscegraph
