// SPDX-License-Identifier: Apache-2.0
//
// The participation coefficient: whether a node's connections go to one group of nodes or to many.
// It is 1 less the sum, over groups, of the squared share of the node's weights that goes to the
// group; so it is 0 when all go to one. Guimerà and Amaral, "Functional cartography of complex
// metabolic networks" (2005).
// Cost: O(arcs).
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// `group`: by node, a number in 0 .. groups - 1. NaN for nodes without neighbours. Precondition:
/// undirected.
std::vector<double> participation(const Csr& graph, const std::vector<std::uint32_t>& group,
                                  std::uint32_t groups);

}  // namespace oscegraph
