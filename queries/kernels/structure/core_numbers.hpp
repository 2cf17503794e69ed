// SPDX-License-Identifier: Apache-2.0
//
// Computes the core number of each node: the largest k such that the node is in a subgraph in which
// every node has at least k neighbours. Nodes are removed one after the other, always the one with
// the fewest remaining neighbours.
//
// Boost.Graph's core_numbers: Batagelj and Zaveršnik, "An O(m) algorithm for cores decomposition of
// networks" (2003). Cost: O(nodes + arcs).
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// Precondition: undirected.
std::vector<std::uint32_t> core_numbers(const Csr& graph, const Context& context = {});

}  // namespace oscegraph
