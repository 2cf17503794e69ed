// SPDX-License-Identifier: Apache-2.0
//
// Chooses the layout of a drawing by the size of the graph. Graphviz's "dot" puts nodes into
// layers, which people read best. But its time grows with the cube of the number of things that it
// places, and a layer of hundreds of nodes does not fit on a page. Larger graphs are drawn as dots
// with our own layout "springs" (node_positions.hpp). Graphs of more than most_drawn_nodes are
// refused, since such a number of nodes looks like a cloud in any layout.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// An estimate of the number of things that "dot" has to place: the nodes, and a bend for each
/// layer that an edge crosses. Layers come from longest paths. Funding has few layers (State,
/// project, office), so thousands of edges add little; a few hundred random edges make many layers.
/// Cost: O(nodes + edges).
std::size_t layered_size(const Subset& subset);

/// With more nodes than this, nodes are dots, and only the largest have their names beside them.
inline constexpr std::size_t most_readable_nodes = 300;
inline constexpr std::size_t most_drawn_nodes = 50'000;

/// The layouts a user may ask for by name: Graphviz's, and "springs".
std::span<const std::string_view> layout_names();

/// "dot" or "springs", whichever suits the size. Errors: TooCostly with more than most_drawn_nodes.
const char* layout_for(const Subset& subset);

}  // namespace oscegraph
