// SPDX-License-Identifier: Apache-2.0
//
// What the drawn nodes and edges are in the data, as attributes beside those that say how to draw them:
// name, kind and attributes of nodes; relation, documents, dates, counts and amounts of edges. Graphviz
// passes over attributes it does not know; gvpr can ask for them, and load() reads them back.
//
// A backslash is written twice: Graphviz leaves it as it is, and one before a closing quotation mark
// would take the mark with it (P46).
#pragma once

#include "oscegraph/exports/pictures/graphviz/dot_graph.hpp"

namespace oscegraph {

/// `dot` is what make_dot_graph() made of the same subset. Precondition: a GraphvizSession lives.
void add_data(const DotGraph& dot, const Subset& subset, LossReport& losses);

}  // namespace oscegraph
