// SPDX-License-Identifier: Apache-2.0
//
// Finds the nodes that can be reached from a node in at most a given number of steps.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/threads/group_by_key.hpp"
#include "oscegraph/queries/direction.hpp"

namespace oscegraph {

struct NeighborsOptions {
  NodeId node = none;
  std::size_t depth = 1;  ///< steps; 1 is the direct neighbours
  Direction direction = Direction::both;
  Context context{};
};

struct Neighbor {
  NodeId node = none;
  std::uint32_t distance = 0;  ///< steps
};

struct NeighborsAnswer {
  NodeId node = none;
  std::vector<Neighbor> neighbors{};  ///< by distance, then number
  /// For each neighbour, by its position in the list, the edges by which the last step reaches it.
  Groups<EdgeId> last_steps{};
  Subset subset;
};

/// Subset: the nodes reached, the node itself and every edge in scope among them, with the node score
/// `distance`. Errors: the node is not in scope. Throws Stopped. Cost: O(nodes + edges) of the scope.
NeighborsAnswer neighbors(const Subset& scope, const NeighborsOptions& options);

/// A row for each neighbour: name, kind, distance, the relations of the last step as seen by the node
/// before (`funds`, `funded by`), and those nodes before it (`through`, only past the first step).
Table table_of(const NeighborsAnswer& answer, const Context& context = {});

}  // namespace oscegraph
