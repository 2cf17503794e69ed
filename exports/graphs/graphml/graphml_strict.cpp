// SPDX-License-Identifier: Apache-2.0
//
// Writes GraphML that is valid by the standard's XML Schema, for programs that check it. Gephi
// reads it too, but merges the edges between two nodes into one edge (P4 in docs/graph-files.md):
// for Gephi, use the format `graphml`.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/graphs/graphml/graphml_writer.hpp"

namespace oscegraph {

void write_graphml_strict(const Subset& subset, const GraphStyle& style, Output& out,
                          LossReport& losses) {
  write_graphml_flavour(GraphmlFlavour::strict, subset, style, out, losses);
}

}  // namespace oscegraph
