// SPDX-License-Identifier: Apache-2.0
//
// Writes the drawing as SVG, for the web. Text stays text, edges are links to their first document,
// and tooltips show the details. Graphviz writes names unchanged, also into comments and titles, so
// characters that XML cannot contain are replaced afterwards in the whole file.
#include "oscegraph/exports/pictures/graphviz/drawing.hpp"
#include "oscegraph/exports/pictures/picture_writers.hpp"
#include "oscegraph/exports/text/xml_writer.hpp"

namespace oscegraph {

void write_svg(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  std::string svg = draw(subset, style, {"svg"}, out.context(), losses);
  XmlWriter::report_replaced(replace_what_xml_lacks(svg), losses);
  out.append(svg);
}

}  // namespace oscegraph
