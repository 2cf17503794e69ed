// SPDX-License-Identifier: Apache-2.0
//
// Writes the drawing as a PNG image. The resolution is 144 dpi, which is enough for print at half
// the size.
#include "oscegraph/exports/pictures/graphviz/drawing.hpp"
#include "oscegraph/exports/pictures/picture_writers.hpp"

namespace oscegraph {

void write_png(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  out.append(draw(subset, style, {"png", "144"}, out.context(), losses));
}

}  // namespace oscegraph
