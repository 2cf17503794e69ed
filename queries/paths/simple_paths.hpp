// SPDX-License-Identifier: Apache-2.0
//
// Finds more paths than the shortest: the k shortest, or all up to a length. No path visits a node
// twice. Both lists are in order of length, then of node numbers along the path, so a longer list
// begins with a shorter one.
//
// The k shortest: Yen, "Finding the k shortest loopless paths in a network" (1971), with Lawler's
// saving (1972): a new path is searched for only past the node at which its parent left its own
// parent. Cost: O(k * length) searches, each as in shortest_paths.hpp.
//
// All up to a length: depth first, one length after the other. The search turns back where the
// target is further away than the steps that are left. The path so far may also have cut the target
// off. So after many dead ends in a row, the search first tests whether the target can still be
// reached without the nodes of the path. The cost then grows with the number of paths of up to that
// length, which `most` bounds, times the length, in searches as in shortest_paths.hpp.
#pragma once

#include "oscegraph/queries/paths/shortest_paths.hpp"

namespace oscegraph {

/// Precondition for both: the ends are in scope and differ.
std::vector<NodePath> k_shortest_paths(const Subset& scope, NodeId from, NodeId to,
                                       Direction direction, std::size_t k,
                                       const Context& context = {});

struct SimplePaths {
  std::vector<NodePath> paths;
  bool complete = true;  ///< false: there are more than `most`
};

SimplePaths all_simple_paths(const Subset& scope, NodeId from, NodeId to, Direction direction,
                             std::size_t max_length, std::size_t most, const Context& context = {});

}  // namespace oscegraph
