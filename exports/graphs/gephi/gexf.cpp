// SPDX-License-Identifier: Apache-2.0
//
// Writes GEXF 1.2draft, the version that Gephi, Gephi Lite, NetworkX and graphology all read.
#include "oscegraph/exports/graphs/gephi/gexf_writer.hpp"
#include "oscegraph/exports/graphs/graph_writers.hpp"

namespace oscegraph {

void write_gexf(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  write_gexf_flavour({}, subset, style, out, losses);
}

}  // namespace oscegraph
