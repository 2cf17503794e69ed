// SPDX-License-Identifier: Apache-2.0
//
// Which of Graphviz's layouts draws a graph: "dot" puts nodes in layers, which people read best, but
// its time grows with the cube of what it has to place; past that, "sfdp" pushes and pulls. Some
// thousand nodes are a cloud, whatever places them, and past twenty thousand no drawing is tried.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// What "dot" has to place: the nodes, and a bend wherever an edge passes a layer. Funding is
/// shallow (State, project, office), so thousands of edges cost little; a few hundred edges at
/// random make deep layers. An estimate by longest paths. Cost: O(nodes + edges).
std::size_t layered_size(const Subset& subset);

/// The layouts a user may ask for by name.
std::span<const std::string_view> layout_names();

/// "dot" or "sfdp", whichever suits the size. Errors: too many nodes for any.
const char* layout_for(const Subset& subset);

}  // namespace oscegraph
