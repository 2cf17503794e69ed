// SPDX-License-Identifier: Apache-2.0
//
// GraphML for yEd, which shows neither names nor colours without elements of its own (P27). Those
// make graph-tool and Boost give up: give them `graphml`.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/graphs/graphml/graphml_writer.hpp"

namespace oscegraph {

void write_graphml_yed(const Subset& subset, const GraphStyle& style, Output& out,
                       LossReport& losses) {
  write_graphml_flavour(GraphmlFlavour::yed, subset, style, out, losses);
}

}  // namespace oscegraph
