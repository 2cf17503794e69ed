// SPDX-License-Identifier: Apache-2.0
//
// GEXF for Gephi's desktop program alone: an edge's weight is the number of claims that hold at each
// time, so that its timeline shows funding come and go.
#include "oscegraph/exports/graphs/gephi/gexf_writer.hpp"
#include "oscegraph/exports/graphs/graph_writers.hpp"

namespace oscegraph {

void write_gexf_desktop(const Subset& subset, const GraphStyle& style, Output& out,
                        LossReport& losses) {
  write_gexf_flavour({.weights = GexfWeights::dynamic}, subset, style, out, losses);
}

}  // namespace oscegraph
