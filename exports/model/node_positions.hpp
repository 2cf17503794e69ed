// SPDX-License-Identifier: Apache-2.0
//
// Where to put each node so that a file opened in a graph program is readable at once: Fruchterman
// and Reingold's springs (Graph drawing by force-directed placement, 1991), with far-away nodes
// felt as one (Barnes and Hut, 1986), and a pull to the middle that keeps unconnected parts near.
//
// The same subset gives the same places: no random numbers, no trigonometry, one thread. Cost:
// O(rounds * (nodes log nodes + edges)), in seconds about a quarter of the nodes' thousands. For a file
// with more than most_placed_nodes it is left to the program that reads it, which has all the time it
// wants.
#pragma once

#include <cstddef>
#include <vector>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

struct Point {
  double x = 0;
  double y = 0;
};

inline constexpr std::size_t most_placed_nodes = 5000;

/// By node number, in units of a node's least diameter; empty when there are more than `most` nodes.
/// The context's report is told how many of how many rounds are done. Throws Stopped.
std::vector<Point> node_positions(const Subset& subset, std::size_t most = most_placed_nodes,
                                  const Context& context = {});

}  // namespace oscegraph
