// SPDX-License-Identifier: Apache-2.0
//
// Which layout draws a graph: Graphviz's "dot" puts nodes in layers, which people read best, but its
// time grows with the cube of what it has to place, and a layer of hundreds is taller than any page;
// past that, our own "springs" (node_positions.hpp) places dots. Some thousand nodes are a cloud,
// whatever places them, and past most_drawn_nodes no drawing is tried.
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

/// With more, nodes are dots, and only the largest have their names beside them.
inline constexpr std::size_t most_readable_nodes = 300;
inline constexpr std::size_t most_drawn_nodes = 50'000;

/// The layouts a user may ask for by name: Graphviz's, and "springs".
std::span<const std::string_view> layout_names();

/// "dot" or "springs", whichever suits the size. Errors: too many nodes for any.
const char* layout_for(const Subset& subset);

}  // namespace oscegraph
