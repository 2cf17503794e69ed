// SPDX-License-Identifier: Apache-2.0
//
// The drawing for the web: text stays text, edges link to their first document, and pointing at
// anything shows its details.
#include "oscegraph/exports/drawing.hpp"
#include "oscegraph/exports/graph_writers.hpp"

namespace oscegraph {

void write_svg(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  out.append(draw(subset, style, {"svg"}, losses));
}

}  // namespace oscegraph
