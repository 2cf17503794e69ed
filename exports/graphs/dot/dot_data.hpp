// SPDX-License-Identifier: Apache-2.0
//
// Adds the data of the graph to its Graphviz drawing, as DOT attributes: name, kind and attributes
// of nodes; relation, documents, dates, counts and amounts of edges. Graphviz ignores attributes
// that it does not know; gvpr can read them, and load() reads them back.
//
// A backslash is doubled: cgraph writes it unescaped, and before a closing quotation mark it would
// escape that mark (P46 in docs/graph-files.md).
#pragma once

#include "oscegraph/exports/pictures/graphviz/dot_graph.hpp"

namespace oscegraph {

/// `dot` must come from make_dot_graph() for the same subset. Precondition: a GraphvizSession
/// lives.
void add_data(const DotGraph& dot, const Subset& subset, LossReport& losses);

}  // namespace oscegraph
