// SPDX-License-Identifier: Apache-2.0
//
// The drawing for the web: text stays text, edges link to their first document, and pointing at
// anything shows its details. Graphviz writes names as they are, in comments and titles too; what XML
// cannot hold of them is replaced afterwards, wherever it stands.
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
