// SPDX-License-Identifier: Apache-2.0
//
// Which nodes hang together at all? In a weak component there is a path between any two nodes when the
// directions of edges are ignored. In a strong component there is a path each way along the arrows.
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

/// Of more than one node.
struct Component {
  std::size_t size = 0;
  std::vector<std::size_t> kinds{};      ///< by Kind: how many members
  std::vector<NodeId> best_connected{};  ///< up to five members with the most edges
};

struct ComponentsAnswer {
  std::size_t count = 0;                ///< of all components
  std::vector<Component> components{};  ///< component `i` has the number i + 1; single nodes follow
  Subset subset;
};

/// Components are numbered from 1, largest first, ties by their smallest node. Subset: the scope with
/// the node score `component`. Cost: O(nodes + edges).
ComponentsAnswer components(const Subset& scope, const ComponentsOptions& options);

/// Rows: `component`, `size`, a count for each kind that occurs in the scope, `members`. Components of
/// a single node get no row but a note. Facts: how many components there are.
Table table_of(const ComponentsAnswer& answer, const Context& context = {});

}  // namespace oscegraph
