// SPDX-License-Identifier: Apache-2.0
//
// The elements from which yEd draws a node and an edge.
#pragma once

#include <string_view>

#include "oscegraph/exports/model/node_look.hpp"
#include "oscegraph/exports/text/xml_writer.hpp"

namespace oscegraph {

inline constexpr std::string_view yed_keys =
    "<key id=\"yed_node\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
    "<key id=\"yed_edge\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";

/// A shape by kind, coloured, as large as its name in short lines needs.
void write_yed_node(XmlWriter& xml, const Graph& graph, NodeId n, const NodeLook& look);

/// An arrow in the colour of its relation, dashed when only inferred, with the relation beside it.
void write_yed_edge(XmlWriter& xml, const Subset& subset, EdgeId e);

}  // namespace oscegraph
