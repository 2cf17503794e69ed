// SPDX-License-Identifier: Apache-2.0
//
// Computes a position for each node, so that a file is readable when a graph program opens it. The
// layout is the force-directed one of Fruchterman and Reingold (Graph drawing by force-directed
// placement, 1991). Distant nodes are treated as one (Barnes and Hut, 1986), and a force towards
// the middle keeps unconnected parts near.
//
// The same subset gives the same positions: no random numbers, no trigonometry, one thread. Cost:
// O(rounds * (nodes log nodes + edges)), about 0.25 s for each thousand nodes. Files with more than
// most_placed_nodes get no positions; the program that reads them has to lay them out.
#pragma once

#include <cstddef>
#include <vector>

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

struct Point {
  double x = 0;
  double y = 0;
};

inline constexpr std::size_t most_placed_nodes = 5000;

/// Positions by node number, in the unit of the diameter of nodes; empty when there are more than
/// `most` nodes.
/// The context's report is told how many of how many rounds are done. Throws Stopped.
std::vector<Point> node_positions(const Subset& subset, std::size_t most = most_placed_nodes,
                                  const Context& context = {});

}  // namespace oscegraph
