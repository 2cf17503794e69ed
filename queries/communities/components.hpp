// SPDX-License-Identifier: Apache-2.0
//
// Which nodes hang together at all? Weakly: there is a path when directions are ignored. Strongly:
// there is a path each way along the arrows.
#pragma once

#include <cstdint>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"

namespace oscegraph {

enum class Connection : std::uint8_t { weak, strong };

struct ComponentsOptions {
  Connection connection = Connection::weak;
  Context context{};
};

/// Components are numbered from 1, largest first, ties by their smallest node. Rows: `component`,
/// `size`, a count for each kind that occurs, and up to five best-connected `members`. Components
/// of a single node get a number and a note, no row. Subset: the scope with the node score
/// `component`. Cost: O(nodes + edges).
Answer components(const Subset& scope, const ComponentsOptions& options);

}  // namespace oscegraph
