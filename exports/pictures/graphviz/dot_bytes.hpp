// SPDX-License-Identifier: Apache-2.0
//
// Turns a Graphviz graph into bytes and back, to send it to the process that lays it out. DOT text
// cannot be used: its reader puts the nodes of a frame (cluster) before the others, and another
// order of nodes gives another drawing. Here nodes and edges are made again in their original
// order.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/exports/pictures/graphviz/dot_graph.hpp"

namespace oscegraph {

/// Holds everything that make_dot_graph() makes: attributes, nodes, edges with keys, and frames (no
/// frame is inside another). Precondition of both functions: a GraphvizSession lives.
std::string bytes_of_dot(Agraph_s* graph);

/// Throws Error when the bytes do not come from bytes_of_dot().
DotGraph dot_of_bytes(std::string_view bytes);

}  // namespace oscegraph
