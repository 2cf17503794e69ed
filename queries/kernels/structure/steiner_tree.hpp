// SPDX-License-Identifier: Apache-2.0
//
// Computes an approximate Steiner tree: a small subgraph that connects the given nodes (terminals).
// To find the smallest one is NP-hard (Karp, 1972). The tree found here is at most twice as long,
// and for a few terminals it is usually the smallest one.
//
// Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs" (1988): one search
// from all terminals at once finds the nearest terminal of every node. An edge between two such
// regions gives a path between their terminals. The result is a minimum spanning tree of these
// paths, without leaves that are not terminals. Ties are broken by length, then by number. The
// search is Boost.Graph's dijkstra_shortest_paths; the spanning tree uses its disjoint sets.
// Cost: O(arcs log nodes).
#pragma once

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// The tree's arcs, each with from < to, sorted; none for a single terminal. Terminals in different
/// components are connected within each component: the result is then a forest. Precondition:
/// undirected; weights are lengths.
std::vector<Arc> steiner_tree(const Csr& graph, const std::vector<Vertex>& terminals,
                              const Context& context = {});

}  // namespace oscegraph
