// SPDX-License-Identifier: Apache-2.0
//
// Writes GEXF 1.3, for programs that no longer read 1.2draft. NetworkX reads 1.3 since its version
// 3.6 (P29 in docs/graph-files.md).
#include "oscegraph/exports/graphs/gephi/gexf_writer.hpp"
#include "oscegraph/exports/graphs/graph_writers.hpp"

namespace oscegraph {

void write_gexf_1_3(const Subset& subset, const GraphStyle& style, Output& out,
                    LossReport& losses) {
  write_gexf_flavour({.version = GexfVersion::v1_3}, subset, style, out, losses);
}

}  // namespace oscegraph
