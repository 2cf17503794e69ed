// SPDX-License-Identifier: Apache-2.0
//
// Nodes that narrowing has left without an edge. Every measure calls them unconnected, which they are
// in the part that was kept and not in the graph: a person should know.
#pragma once

#include <optional>
#include <string>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// A sentence that counts the nodes in scope that have edges in the graph, and none in scope; nullopt
/// when there are none. Cost: O(edges), nothing for the whole graph.
std::optional<std::string> note_of_bare_nodes(const Subset& scope);

}  // namespace oscegraph
