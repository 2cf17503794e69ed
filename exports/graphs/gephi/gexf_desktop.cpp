// SPDX-License-Identifier: Apache-2.0
//
// Writes GEXF for Gephi's desktop program only, in which the weight of an edge changes over time.
// The weight is the number of claims that hold, so Gephi's timeline shows how funding begins and
// ends.
#include "oscegraph/exports/graphs/gephi/gexf_writer.hpp"
#include "oscegraph/exports/graphs/graph_writers.hpp"

namespace oscegraph {

void write_gexf_desktop(const Subset& subset, const GraphStyle& style, Output& out,
                        LossReport& losses) {
  write_gexf_flavour({.weights = GexfWeights::dynamic}, subset, style, out, losses);
}

}  // namespace oscegraph
