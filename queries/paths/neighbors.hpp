// SPDX-License-Identifier: Apache-2.0
//
// What lies within so many steps of a node?
#pragma once

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"
#include "oscegraph/queries/direction.hpp"

namespace oscegraph {

struct NeighborsOptions {
  NodeId node = none;
  std::size_t depth = 1;  ///< steps; 1 is the direct neighbours
  Direction direction = Direction::both;
  Context context{};
};

/// Rows: the nodes reached, by distance then number: name, kind, distance, the relations of the
/// last step as seen by the node before (`funds`, `funded by`), and those nodes before it
/// (`through`, only past the first step). Subset: those nodes, the node itself and every edge in
/// scope among them, with the node score `distance`. Errors: the node is not in scope. Throws
/// Stopped. Cost: O(nodes + edges) of the scope.
Answer neighbors(const Subset& scope, const NeighborsOptions& options);

}  // namespace oscegraph
