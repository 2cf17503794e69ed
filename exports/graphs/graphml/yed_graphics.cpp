// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphs/graphml/yed_graphics.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/kind_forms.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// The size of a node in yEd's unit (points), for text in yEd's default font size.
struct Box {
  double width;
  double height;
};
Box box_of(const std::vector<std::string>& lines) {
  constexpr double letter = 7;
  constexpr double line_height = 18;
  std::size_t longest = 0;
  for (const std::string& line : lines) longest = std::max(longest, display_width(line));
  return {30 + letter * static_cast<double>(longest),
          16 + line_height * static_cast<double>(lines.size())};
}

void write_geometry(XmlWriter& xml, Box box, NodeId n, const NodeLook& look) {
  xml.markup("<y:Geometry").attribute("width", to_text(box.width));
  xml.attribute("height", to_text(box.height));
  if (look.placed()) {
    // Boxes need more room than dots. In yEd y grows downwards.
    constexpr double room = 3;
    const Point place = look.place(n);
    xml.attribute("x", to_text(std::round(room * place.x - box.width / 2)));
    xml.attribute("y", to_text(std::round(-room * place.y - box.height / 2)));
  }
  xml.markup("/>");
}

}  // namespace

void write_yed_node(XmlWriter& xml, const Graph& graph, NodeId n, const NodeLook& look) {
  constexpr std::size_t label_width = 24;
  const std::vector<std::string> lines = wrap(harmless(graph.node_name(n)), label_width);
  xml.markup("<data key=\"yed_node\"><y:ShapeNode>");
  write_geometry(xml, box_of(lines), n, look);
  xml.markup("<y:Fill").attribute("color", look.colour(n).tint().hex()).markup("/>");
  xml.markup("<y:BorderStyle").attribute("color", look.colour(n).hex());
  xml.markup(" type=\"line\" width=\"1.5\"/><y:NodeLabel>").text(join(lines, "\n"));
  xml.markup("</y:NodeLabel><y:Shape").attribute("type", forms_of(graph.node_kind(n)).yed);
  xml.markup("/></y:ShapeNode></data>");
}

void write_yed_edge(XmlWriter& xml, const Subset& subset, EdgeId e) {
  const Relation relation = subset.graph().edge_relation(e);
  const bool inferred = edge_basis(subset, e) == Basis::inferred;
  xml.markup("<data key=\"yed_edge\"><y:PolyLineEdge><y:LineStyle");
  xml.attribute("color", colour_of(relation).hex());
  xml.attribute("type", inferred ? "dashed" : "line").markup(" width=\"1.5\"/>");
  xml.markup("<y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>");
  xml.text(name_of(relation)).markup("</y:EdgeLabel></y:PolyLineEdge></data>");
}

}  // namespace oscegraph
