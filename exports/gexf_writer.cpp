// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/gexf_writer.hpp"

#include "oscegraph/exports/edge_properties.hpp"
#include "oscegraph/exports/node_look.hpp"
#include "oscegraph/exports/node_properties.hpp"
#include "oscegraph/exports/spells.hpp"
#include "oscegraph/exports/xml_writer.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

std::string_view name_of(PropertyType type) {
  switch (type) {
    case PropertyType::text: return "string";
    case PropertyType::integer: return "integer";
    case PropertyType::real: return "double";
    case PropertyType::boolean: return "boolean";
  }
  return "string";
}

std::string day_text(std::int32_t day) { return date_from_days(day).text(); }

class GexfWriter {
 public:
  GexfWriter(const GexfFlavour& flavour, const Subset& subset, const GraphStyle& style, Output& out,
             LossReport& losses)
      : flavour_(flavour),
        subset_(subset),
        graph_(subset.graph()),
        style_(style),
        nodes_(subset, losses),
        edges_(subset, losses),
        times_(subset),
        look_(subset, style),
        xml_(out) {}

  void write(LossReport& losses) {
    xml_.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml_.markup(flavour_.version == GexfVersion::v1_3
                    ? "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                      "version=\"1.3\">\n"
                    : "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                      "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n");
    write_meta();
    xml_.markup(times_.any() ? "<graph defaultedgetype=\"directed\" mode=\"dynamic\" "
                               "timeformat=\"date\">\n"
                             : "<graph defaultedgetype=\"directed\" mode=\"static\">\n");
    write_attributes();
    xml_.markup("<nodes>\n");
    for (const NodeId n : subset_.nodes()) write_node(n);
    xml_.markup("</nodes>\n<edges>\n");
    for (const EdgeId e : subset_.edges()) write_edge(e);
    xml_.markup("</edges>\n</graph>\n</gexf>\n");
    report(losses);
  }

 private:
  void write_meta() {
    xml_.markup("<meta><creator>oscegraph</creator>");
    std::string description = style_.title;
    for (const std::string& note : subset_.notes())
      description += (description.empty() ? "" : "\n") + note;
    if (!description.empty())
      xml_.markup("<description>").text(description).markup("</description>");
    xml_.markup("</meta>\n");
  }

  void write_attributes() {
    xml_.markup("<attributes class=\"node\" mode=\"static\">\n");
    for (const Property& column : nodes_.columns()) write_attribute(column.name, column.type);
    xml_.markup("</attributes>\n<attributes class=\"edge\" mode=\"static\">\n");
    for (const Property& column : edges_.columns()) write_attribute(column.name, column.type);
    if (times_.any()) {
      write_attribute("open_end", PropertyType::boolean);
      write_attribute("date_precision", PropertyType::text);
    }
    xml_.markup("</attributes>\n");
    if (weights_change())
      xml_.markup(
          "<attributes class=\"edge\" mode=\"dynamic\">\n"
          "<attribute id=\"weight\" title=\"Weight\" type=\"double\"/>\n</attributes>\n");
  }

  [[nodiscard]] bool weights_change() const {
    return flavour_.weights == GexfWeights::dynamic && times_.any();
  }

  void write_attribute(std::string_view name, PropertyType type) {
    xml_.markup("<attribute").attribute("id", name).attribute("title", name);
    xml_.attribute("type", name_of(type)).markup("/>\n");
  }

  void write_node(NodeId n) {
    xml_.markup("<node").attribute("id", graph_.node_id(n));
    xml_.attribute("label", graph_.node_name(n)).markup("><attvalues>");
    nodes_.read(n, row_);
    write_row(nodes_.columns());
    xml_.markup("</attvalues>");
    write_look(n);
    xml_.markup("</node>\n");
  }

  void write_look(NodeId n) {
    if (const auto size = look_.size(n))
      xml_.markup("<viz:size").attribute("value", to_text(*size)).markup("/>");
    if (look_.placed()) {
      const Point place = look_.place(n);
      xml_.markup("<viz:position").attribute("x", to_text(place.x));
      xml_.attribute("y", to_text(place.y)).markup(" z=\"0\"/>");
    }
    const Colour colour = look_.colour(n);
    xml_.markup("<viz:color").attribute("r", to_text(colour.red));
    xml_.attribute("g", to_text(colour.green)).attribute("b", to_text(colour.blue));
    xml_.markup(" a=\"1\"/>");
  }

  void write_edge(EdgeId e) {
    const std::string_view relation = oscegraph::name_of(graph_.edge_relation(e));
    xml_.markup("<edge").attribute("id", edge_id(e));
    xml_.attribute("source", graph_.node_id(graph_.edge_from(e)));
    xml_.attribute("target", graph_.node_id(graph_.edge_to(e)));
    xml_.attribute("kind", relation).attribute("label", relation);
    xml_.attribute("weight", to_text(edge_weight(subset_, e))).markup("><attvalues>");
    edges_.read(e, row_);
    write_row(edges_.columns());
    const EdgeTime time = times_.of(e);
    if (!time.spells.empty()) {
      write_value("open_end", time.open_end ? "true" : "false");
      write_value("date_precision", time.precision);
    }
    if (weights_change()) write_weights(e);
    xml_.markup("</attvalues>");
    write_spells(time);
    xml_.markup("</edge>\n");
    if (time.reversed) ++reversed_;
  }

  void write_weights(EdgeId e) {
    for (const Weighted& part : times_.weights(e)) {
      xml_.markup("<attvalue for=\"weight\"").attribute("value", to_text(part.claims));
      xml_.attribute("start", day_text(part.days.first));
      xml_.attribute("end", day_text(part.days.last)).markup("/>");
    }
  }

  void write_spells(const EdgeTime& time) {
    if (time.spells.empty()) return;
    xml_.markup("<spells>");
    for (const Days& days : time.spells) {
      xml_.markup("<spell").attribute("start", day_text(days.first));
      xml_.attribute("end", day_text(days.last)).markup("/>");
    }
    xml_.markup("</spells>");
  }

  void write_row(const std::vector<Property>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!row_[i].empty()) write_value(columns[i].name, row_[i]);
  }

  void write_value(std::string_view name, std::string_view value) {
    xml_.markup("<attvalue").attribute("for", name).attribute("value", value).markup("/>");
  }

  void report(LossReport& losses) const {
    xml_.report(losses);
    losses.add({.count = reversed_,
                .what = "edge",
                .fate = "in part off the time line",
                .why = "a claim of theirs ends before it starts"});
  }

  GexfFlavour flavour_;
  const Subset& subset_;
  const Graph& graph_;
  const GraphStyle& style_;
  NodeProperties nodes_;
  EdgeProperties edges_;
  EdgeTimes times_;
  NodeLook look_;
  XmlWriter xml_;
  PropertyRow row_;
  std::size_t reversed_ = 0;
};

}  // namespace

void write_gexf_flavour(const GexfFlavour& flavour, const Subset& subset, const GraphStyle& style,
                        Output& out, LossReport& losses) {
  GexfWriter(flavour, subset, style, out, losses).write(losses);
}

}  // namespace oscegraph
