// SPDX-License-Identifier: Apache-2.0
//
// Counts the nodes that have edges in the graph but none in the scope, and returns a note about
// them. Measures treat these nodes as unconnected. They are unconnected in the part of the graph
// that was kept, but not in the graph, and a reader should know this.
#pragma once

#include <optional>
#include <string>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// A sentence that counts the nodes in scope that have edges in the graph, and none in scope; nullopt
/// when there are none. Cost: O(edges), nothing for the whole graph.
std::optional<std::string> note_of_bare_nodes(const Subset& scope);

}  // namespace oscegraph
