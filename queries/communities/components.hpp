// SPDX-License-Identifier: Apache-2.0
//
// Finds the connected components of a part of the graph. In a weak component, a path leads from any
// node to any other when the directions of edges are ignored. In a strong component, a path along
// the arrows leads from any node to any other.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

enum class Connection : std::uint8_t { weak, strong };

struct ComponentsOptions {
  Connection connection = Connection::weak;
  Context context{};
};

/// A component of more than one node.
struct Component {
  std::size_t size = 0;
  std::vector<std::size_t> kinds{};      ///< by Kind: how many members have it
  std::vector<NodeId> best_connected{};  ///< up to five members with the most edges
};

struct ComponentsAnswer {
  std::size_t count = 0;  ///< of all components
  /// Component `i` has the number i + 1; components of one node follow.
  std::vector<Component> components{};
  Subset subset;
};

/// Components are numbered from 1, largest first, ties by their smallest node. Subset: the scope with
/// the node score `component`. Cost: O(nodes + edges).
ComponentsAnswer components(const Subset& scope, const ComponentsOptions& options);

/// Rows: `component`, `size`, a count for each kind that occurs in the scope, `members`. Components of
/// a single node get no row but a note. Facts: how many components there are.
Table table_of(const ComponentsAnswer& answer, const Context& context = {});

}  // namespace oscegraph
