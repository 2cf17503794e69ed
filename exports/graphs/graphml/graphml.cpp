// SPDX-License-Identifier: Apache-2.0
//
// Writes GraphML that Gephi, Cytoscape, NetworkX, igraph, graph-tool, graphology and Boost all read
// the same way.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/graphs/graphml/graphml_writer.hpp"

namespace oscegraph {

void write_graphml(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  write_graphml_flavour(GraphmlFlavour::portable, subset, style, out, losses);
}

}  // namespace oscegraph
