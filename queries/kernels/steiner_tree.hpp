// SPDX-License-Identifier: Apache-2.0
//
// The smallest part of a graph that joins some nodes. Finding it is hard (Karp, 1972); this comes
// within twice the length of the best, and is usually exact for a handful of nodes.
//
// Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs" (1988): one search
// from all the nodes at once gives every node its nearest of them; edges between two such regions
// say how far two of the nodes are apart by way of them; a minimum spanning tree of those distances,
// drawn with its paths, then pruned of dead ends. Ties by length, then by number.
// The search is Boost.Graph's dijkstra_shortest_paths, and the trees grow in its disjoint sets.
// Cost: O(arcs log nodes).
#pragma once

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// The tree's arcs, from < to, in order; none when a single node is given. Nodes in different
/// components are joined within theirs: the result is then a forest. Precondition: undirected; a
/// weight is a length.
std::vector<Arc> steiner_tree(const Csr& graph, const std::vector<Vertex>& terminals,
                              const Context& context = {});

}  // namespace oscegraph
