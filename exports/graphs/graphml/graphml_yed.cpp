// SPDX-License-Identifier: Apache-2.0
//
// Writes GraphML for yEd. yEd shows neither names nor colours unless the file has yEd's own XML
// elements (P27 in docs/graph-files.md). graph-tool and Boost refuse a file with those elements:
// for them, use the format `graphml`.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/graphs/graphml/graphml_writer.hpp"

namespace oscegraph {

void write_graphml_yed(const Subset& subset, const GraphStyle& style, Output& out,
                       LossReport& losses) {
  write_graphml_flavour(GraphmlFlavour::yed, subset, style, out, losses);
}

}  // namespace oscegraph
