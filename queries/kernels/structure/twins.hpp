// SPDX-License-Identifier: Apache-2.0
//
// Merges twins: nodes with the same neighbours. The paths from twins to other nodes are alike, so a
// kernel can work on one node for each class of twins and multiply by the number of members. In
// donor networks many projects have the same one or two partners, and merging removes a third to a
// half of the nodes. The idea is from Puzis et al., "Heuristics for speeding up betweenness
// centrality computation" (2012), for betweenness.
//
// Twins are never neighbours of each other (each would have to be its own neighbour), and their
// distance is two. Nodes without neighbours are not merged.
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct Twins {
  Csr graph;                           ///< one node for each class; no weights
  std::vector<Vertex> class_of;        ///< by node of the graph given
  std::vector<std::uint32_t> members;  ///< by class
};

/// Classes are numbered in order of their first member. Precondition: undirected. Weights are
/// ignored.
/// Cost: O(arcs + nodes log nodes).
Twins merge_twins(const Csr& graph, const Context& context = {});

}  // namespace oscegraph
