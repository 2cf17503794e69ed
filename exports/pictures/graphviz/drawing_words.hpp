// SPDX-License-Identifier: Apache-2.0
//
// Everything a drawing says, worded and escaped for Graphviz, which reads backslashes and entities
// in its labels: names in short lines, tooltips with the details, sums of money, the legend.
#pragma once

#include <string>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// The name in lines of a few words, cut when very long: the tooltip has it whole.
std::string node_label(const Graph& graph, NodeId n);
/// At most 79 bytes of the name, as it is (P47).
std::string short_name(const Graph& graph, NodeId n);
/// "Norway (state, state:NO), also: ...": who the node is, as plain text.
std::string node_words(const Graph& graph, NodeId n);
std::string node_tooltip(const Graph& graph, NodeId n);

/// "Norway funds Patrol ...; committed EUR 1,200,000.00; 2 documents: ...", as plain text.
std::string edge_words(const Subset& subset, EdgeId e);
std::string edge_tooltip(const Subset& subset, EdgeId e);
/// The first document that is on the web, or "". Only http and https: other schemes could run a
/// script in the browser of whoever opens the drawing.
std::string edge_url(const Subset& subset, EdgeId e);
/// The same, worded for Graphviz.
std::string edge_link(const Subset& subset, EdgeId e);
/// At most two of the edge's sums, a line each.
std::string money_label(const Subset& subset, EdgeId e);

/// "Sources: 3 documents of 2024-10-04 to 2024-11-22: ...", the first few by title.
std::string sources(const Subset& subset);

/// The title, and a key to the kinds and relations that occur, as an HTML-like label for the drawing
/// itself: nodes made for a legend would be nodes of the data to whoever reads the file.
std::string legend(const Subset& subset, const std::string& title);

}  // namespace oscegraph
