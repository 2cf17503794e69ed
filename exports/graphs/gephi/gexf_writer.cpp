// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphs/gephi/gexf_writer.hpp"

#include <atomic>
#include <span>
#include <string>
#include <vector>

#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/node_look.hpp"
#include "oscegraph/exports/model/node_properties.hpp"
#include "oscegraph/exports/model/spells.hpp"
#include "oscegraph/exports/output/append_in_parts.hpp"
#include "oscegraph/exports/text/xml_writer.hpp"
#include "oscegraph/graph/text/text.hpp"

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

/// An attribute, and the text that is written before each of its values.
struct GexfColumn {
  explicit GexfColumn(const Property& column) : no_escape(column.needs_no_escape()) {
    Output text;
    XmlWriter(text).markup("<attvalue").attribute("for", column.name).markup(" value=\"");
    opening = text.text();
  }
  std::string opening;  ///< <attvalue for="kind" value="
  bool no_escape;
};

std::vector<GexfColumn> gexf_columns(const std::vector<Property>& columns) {
  return {columns.begin(), columns.end()};
}

/// Everything that the lines of all nodes and edges share; it does not change while they are
/// written.
struct GexfPlan {
  GexfFlavour flavour;
  const Subset& subset;
  const GraphStyle& style;
  NodeProperties nodes;
  EdgeProperties edges;
  EdgeTimes times;
  NodeLook look;
  std::vector<GexfColumn> node_columns = gexf_columns(nodes.columns());
  std::vector<GexfColumn> edge_columns = gexf_columns(edges.columns());
  GexfColumn open_end{{.name = "open_end", .type = PropertyType::boolean}};
  GexfColumn date_precision{{.name = "date_precision", .plain = true}};

  [[nodiscard]] bool weights_change() const {
    return flavour.weights == GexfWeights::dynamic && times.any();
  }
};

/// Writes nodes and edges, one at a time.
class GexfLines {
 public:
  GexfLines(const GexfPlan& plan, Output& out)
      : plan_(plan),
        graph_(plan.subset.graph()),
        xml_(out) {}

  void write_node(NodeId n) {
    xml_.markup("<node").attribute("id", graph_.node_id(n));
    xml_.attribute("label", graph_.node_name(n)).markup("><attvalues>");
    plan_.nodes.read(n, row_);
    write_row(plan_.node_columns);
    xml_.markup("</attvalues>");
    write_look(n);
    xml_.markup("</node>\n");
  }

  void write_edge(EdgeId e) {
    const std::string_view relation = oscegraph::name_of(graph_.edge_relation(e));
    xml_.markup("<edge").plain_attribute("id", edge_id(e));
    xml_.attribute("source", graph_.node_id(graph_.edge_from(e)));
    xml_.attribute("target", graph_.node_id(graph_.edge_to(e)));
    xml_.plain_attribute("kind", relation).plain_attribute("label", relation);
    xml_.plain_attribute("weight", to_text(edge_weight(plan_.subset, e))).markup("><attvalues>");
    plan_.edges.read(e, row_);
    write_row(plan_.edge_columns);
    const EdgeTime time = plan_.times.of(e);
    if (!time.spells.empty()) {
      write_value(plan_.open_end, time.open_end ? "true" : "false");
      write_value(plan_.date_precision, time.precision);
    }
    if (plan_.weights_change()) write_weights(e);
    xml_.markup("</attvalues>");
    write_spells(time);
    xml_.markup("</edge>\n");
    if (time.reversed) ++reversed_;
  }

  [[nodiscard]] std::size_t replaced() const { return xml_.replaced(); }
  /// The number of edges with a claim that ends before it starts.
  [[nodiscard]] std::size_t reversed() const { return reversed_; }

 private:
  void write_look(NodeId n) {
    if (const auto size = plan_.look.size(n))
      xml_.markup("<viz:size").plain_attribute("value", to_text(*size)).markup("/>");
    if (plan_.look.placed()) {
      const Point place = plan_.look.place(n);
      xml_.markup("<viz:position").plain_attribute("x", to_text(place.x));
      xml_.plain_attribute("y", to_text(place.y)).markup(" z=\"0\"/>");
    }
    const Colour colour = plan_.look.colour(n);
    xml_.markup("<viz:color").plain_attribute("r", to_text(colour.red));
    xml_.plain_attribute("g", to_text(colour.green)).plain_attribute("b", to_text(colour.blue));
    xml_.markup(" a=\"1\"/>");
  }

  void write_weights(EdgeId e) {
    for (const WeightedSpan& part : plan_.times.weights(e)) {
      xml_.markup("<attvalue for=\"weight\"").plain_attribute("value", to_text(part.claims));
      xml_.plain_attribute("start", day_text(part.days.first));
      xml_.plain_attribute("end", day_text(part.days.last)).markup("/>");
    }
  }

  void write_spells(const EdgeTime& time) {
    if (time.spells.empty()) return;
    xml_.markup("<spells>");
    for (const Days& days : time.spells) {
      xml_.markup("<spell").plain_attribute("start", day_text(days.first));
      xml_.plain_attribute("end", day_text(days.last)).markup("/>");
    }
    xml_.markup("</spells>");
  }

  void write_row(const std::vector<GexfColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) write_value(columns[i], text_(row_[i]));
  }

  /// Writes nothing for a missing value.
  void write_value(const GexfColumn& column, std::string_view value) {
    if (value.empty()) return;
    xml_.markup(column.opening);
    if (column.no_escape) xml_.markup(value);
    else xml_.attribute_value(value);
    xml_.markup("\"/>");
  }

  const GexfPlan& plan_;
  const Graph& graph_;
  XmlWriter xml_;
  PropertyRow row_;
  PropertyText text_;
  std::size_t reversed_ = 0;
};

class GexfWriter {
 public:
  GexfWriter(const GexfFlavour& flavour, const Subset& subset, const GraphStyle& style, Output& out,
             LossReport& losses)
      : plan_{flavour,
              subset,
              style,
              NodeProperties(subset, losses),
              EdgeProperties(subset, losses),
              EdgeTimes(subset),
              NodeLook(subset, style, out.context())},
        out_(out),
        xml_(out) {}

  void write(LossReport& losses) {
    xml_.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml_.markup(plan_.flavour.version == GexfVersion::v1_3
                    ? "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                      "version=\"1.3\">\n"
                    : "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                      "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n");
    write_meta();
    xml_.markup(plan_.times.any() ? "<graph defaultedgetype=\"directed\" mode=\"dynamic\" "
                                    "timeformat=\"date\">\n"
                                  : "<graph defaultedgetype=\"directed\" mode=\"static\">\n");
    write_attributes();
    xml_.markup("<nodes>\n");
    write_nodes();
    xml_.markup("</nodes>\n<edges>\n");
    write_edges();
    xml_.markup("</edges>\n</graph>\n</gexf>\n");
    report(losses);
  }

 private:
  void write_nodes() {
    append_in_parts(out_, plan_.subset.nodes(), [&](std::span<const NodeId> part, Output& text) {
      GexfLines lines(plan_, text);
      for (const NodeId n : part) lines.write_node(n);
      replaced_ += lines.replaced();
    });
  }

  void write_edges() {
    append_in_parts(out_, plan_.subset.edges(), [&](std::span<const EdgeId> part, Output& text) {
      GexfLines lines(plan_, text);
      for_each_edge(plan_.subset.graph(), part, [&](EdgeId e) { lines.write_edge(e); });
      replaced_ += lines.replaced();
      reversed_ += lines.reversed();
    });
  }

  void write_meta() {
    xml_.markup("<meta><creator>oscegraph</creator>");
    std::string description = plan_.style.title;
    for (const std::string& note : plan_.subset.notes())
      description += (description.empty() ? "" : "\n") + note;
    if (!description.empty())
      xml_.markup("<description>").text(description).markup("</description>");
    xml_.markup("</meta>\n");
  }

  void write_attributes() {
    xml_.markup("<attributes class=\"node\" mode=\"static\">\n");
    for (const Property& column : plan_.nodes.columns()) write_attribute(column.name, column.type);
    xml_.markup("</attributes>\n<attributes class=\"edge\" mode=\"static\">\n");
    for (const Property& column : plan_.edges.columns()) write_attribute(column.name, column.type);
    if (plan_.times.any()) {
      write_attribute("open_end", PropertyType::boolean);
      write_attribute("date_precision", PropertyType::text);
    }
    xml_.markup("</attributes>\n");
    if (plan_.weights_change())
      xml_.markup(
          "<attributes class=\"edge\" mode=\"dynamic\">\n"
          "<attribute id=\"weight\" title=\"Weight\" type=\"double\"/>\n</attributes>\n");
  }

  void write_attribute(std::string_view name, PropertyType type) {
    xml_.markup("<attribute").attribute("id", name).attribute("title", name);
    xml_.attribute("type", name_of(type)).markup("/>\n");
  }

  void report(LossReport& losses) const {
    XmlWriter::report_replaced(replaced_ + xml_.replaced(), losses);
    losses.add({.count = reversed_,
                .what = "edge",
                .fate = "in part off the time line",
                .why = "a claim of theirs ends before it starts"});
  }

  GexfPlan plan_;
  Output& out_;
  XmlWriter xml_;  ///< writes everything but nodes and edges
  std::atomic<std::size_t> replaced_ = 0;
  std::atomic<std::size_t> reversed_ = 0;
};

}  // namespace

void write_gexf_flavour(const GexfFlavour& flavour, const Subset& subset, const GraphStyle& style,
                        Output& out, LossReport& losses) {
  GexfWriter(flavour, subset, style, out, losses).write(losses);
}

}  // namespace oscegraph
