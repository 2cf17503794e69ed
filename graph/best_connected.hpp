// SPDX-License-Identifier: Apache-2.0
//
// The part of a large subset that a picture can hold: its best-connected nodes, with the edges
// between them, and how much was left out.
//
// Nodes are taken nearest first when the subset has the node score `distance` (what `neighbors`
// gives), then by number of edges, then by id. One whose claims with those already taken would make
// the whole too heavy is passed over, so that a few pairs of nodes that everybody writes about do
// not fill the picture by themselves.
//
// Cost: O(nodes log nodes + edges) of the graph; nothing is copied out of it.
#pragma once

#include <cstddef>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/subset.hpp"

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

/// At most so many nodes, and 25 claims for each of them on average. All of `whole`, its scores and
/// notes included, when that fits.
/// Throws Stopped.
Fitted best_connected(const Subset& whole, std::size_t most_nodes, const Context& context = {});

}  // namespace oscegraph
