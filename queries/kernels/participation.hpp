// SPDX-License-Identifier: Apache-2.0
//
// Does a node deal with one sort of others or with all sorts? Participation coefficient: 1 less the
// sum over groups of the squared share of its weights that goes to the group; 0 when all goes to
// one. Guimerà and Amaral, "Functional cartography of complex metabolic networks" (2005).
// Cost: O(arcs).
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// `group` is 0 .. groups - 1, by node. NaN for nodes without neighbours. Precondition: undirected.
std::vector<double> participation(const Csr& graph, const std::vector<std::uint32_t>& group,
                                  std::uint32_t groups);

}  // namespace oscegraph
