// SPDX-License-Identifier: Apache-2.0
//
// Core numbers: the largest k for which a node is in a part of the graph where everybody has k
// neighbours. Nodes are peeled off, fewest neighbours first; a node's number is the level at which
// it falls.
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
