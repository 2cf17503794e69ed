// SPDX-License-Identifier: Apache-2.0
//
// Computes the participation coefficient of each node from a division of the nodes into groups. The
// coefficient tells whether the connections of a node go to one group or to many. It is 1 less the
// sum, over all groups, of the squared share of the node's weights that goes to the group; so it is
// 0 when all of them go to one group. Guimerà and Amaral, "Functional cartography of complex
// metabolic networks" (2005). Cost: O(arcs).
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// `group`: by node, a number in 0 .. groups - 1. NaN for nodes without neighbours. Precondition:
/// undirected.
std::vector<double> participation(const Csr& graph, const std::vector<std::uint32_t>& group,
                                  std::uint32_t groups);

}  // namespace oscegraph
