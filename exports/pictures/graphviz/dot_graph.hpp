// SPDX-License-Identifier: Apache-2.0
//
// Makes a Graphviz graph of the subset, ready to be drawn. Shapes and colours of nodes show their
// kind; colours of edges show the relation, and thicker edges have more claims. The edges of a
// small graph have their amounts. There are tooltips with the details, links to the first document
// and a legend, and money flows from left to right. When there are too many nodes to read, they are
// dots, larger with more edges, and only the largest have names. dot.cpp writes the graph as text;
// svg.cpp, png.cpp and pdf.cpp let Graphviz draw it.
//
// Gephi cannot read this dialect of DOT.
#pragma once

#include <memory>
#include <string>

#include "oscegraph/exports/model/graph_format.hpp"

struct Agraph_s;

namespace oscegraph {

struct CloseDotGraph {
  void operator()(Agraph_s* graph) const;
};
using DotGraph = std::unique_ptr<Agraph_s, CloseDotGraph>;

/// The layout that the style names, else the one that suits the subset's size.
std::string layout_of(const Subset& subset, const GraphStyle& style);

/// The Graphviz engine for the layout. Graphviz has no "springs": for it we compute the positions
/// and store them in the graph.
const char* engine_of(const std::string& layout);

/// The name of a node: its id, with backslashes doubled. cgraph writes a backslash unescaped, and
/// at the end of the name it would escape the closing quotation mark (P46 in docs/graph-files.md).
std::string dot_name(const Graph& graph, NodeId n);

/// Checks the context while our own layout computes positions. Throws Stopped.
/// Precondition: a GraphvizSession lives.
DotGraph make_dot_graph(const Subset& subset, const GraphStyle& style, const Context& context);

}  // namespace oscegraph
