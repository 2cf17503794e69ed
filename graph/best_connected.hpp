// SPDX-License-Identifier: Apache-2.0
//
// Picks the part of a large subset that fits into a picture: its best-connected nodes and the edges
// between them. Returns this part, and how much was left out.
//
// Nodes are taken nearest first when the subset has the node score `distance` (`neighbors` sets
// it), then by number of edges, then by id. A node is skipped when its claims with the nodes taken
// so far would exceed the limit on claims, so that a few pairs of nodes with very many claims do
// not fill the picture by themselves.
//
// Cost: O(nodes log nodes + edges) of the graph; nothing is copied out of it.
#pragma once

#include <cstddef>

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

struct LeftOut {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::size_t claims = 0;

  [[nodiscard]] bool any() const { return nodes > 0 || edges > 0 || claims > 0; }
};

struct Fitted {
  Subset subset;
  LeftOut left_out;
};

/// Takes at most `most_nodes` nodes, and on average 25 claims for each. When all of `whole` fits,
/// it is returned unchanged, with its scores and notes. Throws Stopped.
Fitted best_connected(const Subset& whole, std::size_t most_nodes, const Context& context = {});

}  // namespace oscegraph
