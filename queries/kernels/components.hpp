// SPDX-License-Identifier: Apache-2.0
//
// Which nodes hang together. Afforest: a disjoint-set forest grown in parallel. Linking along each
// node's first two arcs joins most of the graph; the arcs of nodes already in the largest tree then
// say nothing new and are skipped, which is most arcs of most graphs.
//
// Every link hangs the larger root under the smaller, so a component's label is its smallest node
// whatever the order of links. Sutton, Ben-Nun, Barak, "Optimizing parallel graph connectivity
// computation via subgraph sampling" (2018). Cost: O(nodes + arcs), usually far fewer arcs.
#pragma once

#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// For each node the smallest node of its component. Precondition: undirected.
std::vector<Vertex> components(const Csr& graph, Workers& workers);

}  // namespace oscegraph
