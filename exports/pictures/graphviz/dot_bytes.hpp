// SPDX-License-Identifier: Apache-2.0
//
// A graph of Graphviz as bytes and back, for a process that lays it out. DOT text would do, if its reader
// kept the order: it puts the nodes of a frame before the others, and the drawing would be another one.
// Here nodes and edges are made again in the order in which they were made.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/exports/pictures/graphviz/dot_graph.hpp"

namespace oscegraph {

/// All that make_dot_graph() makes: attributes, nodes, edges with keys, frames without frames inside them.
/// Precondition of both: a GraphvizSession lives.
std::string bytes_of_dot(Agraph_s* graph);

/// Throws Error when the bytes are no such graph.
DotGraph dot_of_bytes(std::string_view bytes);

}  // namespace oscegraph
