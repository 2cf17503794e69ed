// SPDX-License-Identifier: Apache-2.0
//
// Twins: nodes with the same neighbours. Whatever is true of one's paths is true of the other's, so
// a kernel can work on one node for each set of twins and count it as often as it has members. In
// donor networks many projects have the same one or two partners; merging takes a third to a half
// of the nodes away. The idea for betweenness: Puzis et al., "Heuristics for speeding up
// betweenness centrality computation" (2012).
//
// Twins are never neighbours of each other (each would have to be its own neighbour), and two twins
// with a neighbour stand two steps apart. Nodes without neighbours are left single.
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct Twins {
  Csr graph;                           ///< one node for each class; no weights
  std::vector<Vertex> class_of;        ///< by node of the graph given
  std::vector<std::uint32_t> members;  ///< by class
};

/// Classes in order of their first member. Precondition: undirected. Weights are not looked at.
/// Cost: O(arcs + nodes log nodes).
Twins merge_twins(const Csr& graph, const Context& context = {});

}  // namespace oscegraph
