// SPDX-License-Identifier: Apache-2.0
//
// The subset as a Graphviz graph that is ready to be looked at: shapes and colours by kind, edges
// coloured by relation and as thick as they have claims, money on the edges of a small graph,
// tooltips with the details, links to the first document, a legend, money flowing left to right. More
// nodes than people can read are dots as large as they have edges, and the largest keep their names.
// dot.cpp writes it as text; svg.cpp, png.cpp and pdf.cpp have Graphviz draw it.
//
// It is a picture in Graphviz's own dialect. Gephi cannot read it.
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

/// The layout the style asks for, else the one that suits the subset's size.
std::string layout_of(const Subset& subset, const GraphStyle& style);

/// Graphviz's name for it. "springs" is none of Graphviz's: the graph then says where each node is.
const char* engine_of(const std::string& layout);

/// The name of a node: its id, with backslashes doubled. cgraph writes one at the end as it is, and it
/// takes the closing quotation mark with it (P46).
std::string dot_name(const Graph& graph, NodeId n);

/// The context is looked at while our own layout places the nodes. Throws Stopped.
/// Precondition: a GraphvizSession lives.
DotGraph make_dot_graph(const Subset& subset, const GraphStyle& style, const Context& context);

}  // namespace oscegraph
