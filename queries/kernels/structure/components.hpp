// SPDX-License-Identifier: Apache-2.0
//
// Finds the connected components of an undirected graph with Boost.Graph's disjoint sets: one union
// for each edge, with union by rank and path compression (Tarjan, "Efficiency of a good but not
// linear set union algorithm", 1975). Cost: nearly O(nodes + arcs).
#pragma once

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// For each node the smallest node of its component. Precondition: undirected.
std::vector<Vertex> components(const Csr& graph, const Context& context = {});

}  // namespace oscegraph
