// SPDX-License-Identifier: Apache-2.0
//
// Defines the directions in which a walk may cross an edge, and for_each_edge(), the loop over the
// edges of a node that are in scope. Searches use this loop, so "in scope" means the same in all of
// them.
#pragma once

#include <cstdint>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

enum class Direction : std::uint8_t {
  out,  ///< along the arrow
  in,   ///< against it
  both
};

/// The direction of the same walk from its other end.
constexpr Direction reversed(Direction direction) {
  switch (direction) {
    case Direction::out: return Direction::in;
    case Direction::in: return Direction::out;
    case Direction::both: break;
  }
  return Direction::both;
}

/// Calls visit(edge, other end) for the node's edges in scope: out-edges, then in-edges, each in
/// order of number. A loop is visited once; parallel edges once each.
template <typename Visit>
void for_each_edge(const Subset& scope, NodeId node, Direction direction, Visit visit) {
  const Graph& graph = scope.graph();
  if (direction != Direction::in)
    for (const EdgeId e : graph.out_edges(node))
      if (scope.contains_edge(e)) visit(e, graph.edge_to(e));
  if (direction == Direction::out) return;
  for (const EdgeId e : graph.in_edges(node)) {
    const bool loop_seen = direction == Direction::both && graph.edge_from(e) == node;
    if (scope.contains_edge(e) && !loop_seen) visit(e, graph.edge_from(e));
  }
}

}  // namespace oscegraph
