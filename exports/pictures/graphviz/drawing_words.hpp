// SPDX-License-Identifier: Apache-2.0
//
// Makes the texts of a drawing: names in short lines, tooltips with the details, sums of money, the
// legend. The texts are escaped for Graphviz, which interprets backslashes and entities in labels.
#pragma once

#include <string>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// The name in lines of a few words, cut when very long: the tooltip has the full name.
std::string node_label(const Graph& graph, NodeId n);
/// The name, not escaped, cut to at most 79 bytes: longer labels are broken into lines.
std::string short_name(const Graph& graph, NodeId n);
/// Name, kind, id and other names as plain text: "Norway (state, state:NO), also: ...".
std::string node_words(const Graph& graph, NodeId n);
std::string node_tooltip(const Graph& graph, NodeId n);

/// "Norway funds Patrol ...; committed EUR 1,200,000.00; 2 documents: ...", as plain text.
std::string edge_words(const Subset& subset, EdgeId e);
std::string edge_tooltip(const Subset& subset, EdgeId e);
/// The first document that is on the web, or "". Only http and https: other schemes could run a
/// script in the browser of whoever opens the drawing.
std::string edge_url(const Subset& subset, EdgeId e);
/// The same, escaped for Graphviz.
std::string edge_link(const Subset& subset, EdgeId e);
/// At most two of the edge's sums, one on each line.
std::string money_label(const Subset& subset, EdgeId e);

/// "Sources: 3 documents of 2024-10-04 to 2024-11-22: ...", the first few by title.
std::string sources(const Subset& subset);

/// The title, and a key to the kinds and relations that occur, as an HTML-like label of the whole
/// drawing. It is not made of nodes: a reader of the file would take these for nodes of the data.
std::string legend(const Subset& subset, const std::string& title);

}  // namespace oscegraph
