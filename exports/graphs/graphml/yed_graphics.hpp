// SPDX-License-Identifier: Apache-2.0
//
// Writes the XML elements from which yEd draws a node and an edge.
#pragma once

#include <string_view>

#include "oscegraph/exports/model/node_look.hpp"
#include "oscegraph/exports/text/xml_writer.hpp"

namespace oscegraph {

inline constexpr std::string_view yed_keys =
    "<key id=\"yed_node\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
    "<key id=\"yed_edge\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";

/// Writes a shape by kind, coloured, and large enough for the node's name in short lines.
void write_yed_node(XmlWriter& xml, const Graph& graph, NodeId n, const NodeLook& look);

/// Writes an arrow in the colour of the relation, dashed when the edge is only inferred, with the
/// relation as its label.
void write_yed_edge(XmlWriter& xml, const Subset& subset, EdgeId e);

}  // namespace oscegraph
