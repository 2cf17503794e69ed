// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphs/graphml/graphml_writer.hpp"

#include <atomic>
#include <span>
#include <vector>

#include "oscegraph/exports/graphs/graphml/yed_graphics.hpp"
#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/node_look.hpp"
#include "oscegraph/exports/model/node_properties.hpp"
#include "oscegraph/exports/output/append_in_parts.hpp"
#include "oscegraph/exports/text/safe_id.hpp"
#include "oscegraph/exports/text/xml_writer.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// Ids that are valid as NMTOKEN of the XML Schema.
constexpr IdAlphabet name_token{.more = "._:-", .more_inside = "", .mark = "id:_", .escape = '_'};

std::string_view type_name(PropertyType type) {
  switch (type) {
    case PropertyType::text: return "string";
    case PropertyType::integer: return "int";
    case PropertyType::real: return "double";
    case PropertyType::boolean: return "boolean";
  }
  return "string";
}

/// A <key> of GraphML: its id, its column, and the text that is written before each of its values.
struct Key {
  std::string id;
  Property column;
  std::string opening;  ///< <data key="n_kind">
};

/// Everything that the lines of all nodes and edges share; it does not change while they are
/// written.
struct GraphmlPlan {
  GraphmlFlavour flavour;
  const Subset& subset;
  NodeProperties nodes;
  EdgeProperties edges;
  NodeLook look;
  std::vector<Key> node_keys;  ///< in the order in which a node's values are written
  std::vector<Key> edge_keys;
  std::size_t changed_ids = 0;
};

/// Writes nodes and edges, one at a time.
class GraphmlLines {
 public:
  GraphmlLines(const GraphmlPlan& plan, Output& out)
      : plan_(plan),
        graph_(plan.subset.graph()),
        xml_(out) {}

  void write_node(NodeId n) {
    xml_.markup("<node");
    write_id("id", graph_.node_id(n));
    xml_.markup(">");
    next_ = plan_.node_keys.begin();
    data(graph_.node_name(n));
    data(graph_.node_name(n));
    if (plan_.flavour != GraphmlFlavour::yed) write_look(n);
    if (plan_.changed_ids > 0) data(graph_.node_id(n));
    plan_.nodes.read(n, row_);
    for (const PropertyCell& value : row_) data(text_(value));
    if (plan_.flavour == GraphmlFlavour::yed) write_yed_node(xml_, graph_, n, plan_.look);
    xml_.markup("</node>\n");
  }

  void write_edge(EdgeId e) {
    const std::string_view relation = name_of(graph_.edge_relation(e));
    xml_.markup("<edge").plain_attribute("id", edge_id(e));
    write_id("source", graph_.node_id(graph_.edge_from(e)));
    write_id("target", graph_.node_id(graph_.edge_to(e)));
    if (plan_.flavour == GraphmlFlavour::portable) xml_.plain_attribute("label", relation);
    xml_.markup(">");
    next_ = plan_.edge_keys.begin();
    data(relation);
    data(to_text(edge_weight(plan_.subset, e)));
    plan_.edges.read(e, row_);
    for (const PropertyCell& value : row_) data(text_(value));
    if (plan_.flavour == GraphmlFlavour::yed) write_yed_edge(xml_, plan_.subset, e);
    xml_.markup("</edge>\n");
  }

  [[nodiscard]] std::size_t replaced() const { return xml_.replaced(); }

 private:
  void write_id(std::string_view attribute, std::string_view id) {
    if (plan_.changed_ids == 0) xml_.attribute(attribute, id);
    else xml_.attribute(attribute, safe_id(id, name_token));
  }

  void write_look(NodeId n) {
    const Colour colour = plan_.look.colour(n);
    for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) data(to_text(part));
    const auto size = plan_.look.size(n);
    data(size ? to_text(*size) : std::string());
    if (!plan_.look.placed()) return;
    data(to_text(plan_.look.place(n).x));
    data(to_text(plan_.look.place(n).y));
  }

  /// Writes the value of the next key; a missing value has no element (P12 in docs/graph-files.md).
  void data(std::string_view value) {
    if (!value.empty()) {
      xml_.markup(next_->opening);
      if (next_->column.needs_no_escape()) xml_.markup(value);
      else xml_.text(value);
      xml_.markup("</data>");
    }
    ++next_;
  }

  const GraphmlPlan& plan_;
  const Graph& graph_;
  XmlWriter xml_;
  std::vector<Key>::const_iterator next_;
  PropertyRow row_;
  PropertyText text_;
};

class GraphmlWriter {
 public:
  GraphmlWriter(GraphmlFlavour flavour, const Subset& subset, const GraphStyle& style, Output& out,
                LossReport& losses)
      : plan_{flavour,
              subset,
              NodeProperties(subset, losses),
              EdgeProperties(subset, losses),
              NodeLook(subset, style, out.context()),
              {},
              {}},
        out_(out),
        xml_(out) {
    if (flavour == GraphmlFlavour::strict) count_changed_ids();
    name_keys();
  }

  void write(LossReport& losses) {
    write_head();
    for (const Key& key : plan_.node_keys) write_key("node", key);
    for (const Key& key : plan_.edge_keys) write_key("edge", key);
    if (plan_.flavour == GraphmlFlavour::yed) xml_.markup(yed_keys);
    xml_.markup("<graph id=\"G\" edgedefault=\"directed\">\n");
    write_nodes();
    write_edges();
    xml_.markup("</graph>\n</graphml>\n");
    report(losses);
  }

 private:
  void write_nodes() {
    append_in_parts(out_, plan_.subset.nodes(), [&](std::span<const NodeId> part, Output& text) {
      GraphmlLines lines(plan_, text);
      for (const NodeId n : part) lines.write_node(n);
      replaced_ += lines.replaced();
    });
  }

  void write_edges() {
    append_in_parts(out_, plan_.subset.edges(), [&](std::span<const EdgeId> part, Output& text) {
      GraphmlLines lines(plan_, text);
      for_each_edge(plan_.subset.graph(), part, [&](EdgeId e) { lines.write_edge(e); });
      replaced_ += lines.replaced();
    });
  }

  /// Makes the keys, in the order in which GraphmlLines writes the values.
  void name_keys() {
    const auto text = PropertyType::text;
    const auto real = PropertyType::real;
    auto& node_keys = plan_.node_keys;
    add_key(node_keys, "n_", {"label", text});
    add_key(node_keys, "n_", {"name", text});
    if (plan_.flavour != GraphmlFlavour::yed) {
      for (const char* part : {"r", "g", "b"})
        add_key(node_keys, "n_", {part, PropertyType::integer});
      add_key(node_keys, "n_", {"size", real});
      if (plan_.look.placed())
        for (const char* axis : {"x", "y"}) add_key(node_keys, "n_", {axis, real});
    }
    if (plan_.changed_ids > 0) add_key(node_keys, "n_", {"ref", text});
    for (const Property& column : plan_.nodes.columns()) add_key(node_keys, "n_", column);
    add_key(plan_.edge_keys, "e_", {.name = "label", .type = text, .plain = true});
    add_key(plan_.edge_keys, "e_", {"weight", real});
    for (const Property& column : plan_.edges.columns()) add_key(plan_.edge_keys, "e_", column);
  }

  /// Adds a key. Its id begins with the scope, since NetworkX keeps node and edge keys in one
  /// dictionary.
  void add_key(std::vector<Key>& keys, const std::string& scope, const Property& column) {
    std::string id = scope + column.name;
    if (plan_.flavour == GraphmlFlavour::strict) id = safe_id(id, name_token);
    Output opening;
    XmlWriter(opening).markup("<data").attribute("key", id).markup(">");
    keys.push_back({id, column, opening.text()});
  }

  void count_changed_ids() {
    const Graph& graph = plan_.subset.graph();
    for (const NodeId n : plan_.subset.nodes())
      if (safe_id(graph.node_id(n), name_token) != graph.node_id(n)) ++plan_.changed_ids;
  }

  void write_head() {
    xml_.markup(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!-- Written by oscegraph. An edge's weight is the number of claims behind it. -->\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"");
    if (plan_.flavour == GraphmlFlavour::strict)
      xml_.markup(
          "\n  xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          "\n  xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
          " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\"");
    if (plan_.flavour == GraphmlFlavour::yed)
      xml_.markup("\n  xmlns:y=\"http://www.yworks.com/xml/graphml\"");
    xml_.markup(">\n");
  }

  void write_key(std::string_view scope, const Key& key) {
    xml_.markup("<key").attribute("id", key.id).attribute("for", scope);
    xml_.attribute("attr.name", key.column.name).attribute("attr.type", type_name(key.column.type));
    xml_.markup("/>\n");
  }

  void report(LossReport& losses) const {
    XmlWriter::report_replaced(replaced_ + xml_.replaced(), losses);
    report_intervals(plan_.subset, "GraphML has none, only start and end as text", losses);
    losses.add({.count = plan_.changed_ids,
                .what = "node id",
                .fate = "rewritten",
                .why = "the schema allows only name tokens; the column ref has them as they were"});
  }

  GraphmlPlan plan_;
  Output& out_;
  XmlWriter xml_;  ///< writes everything but nodes and edges
  std::atomic<std::size_t> replaced_ = 0;
};

}  // namespace

void write_graphml_flavour(GraphmlFlavour flavour, const Subset& subset, const GraphStyle& style,
                           Output& out, LossReport& losses) {
  GraphmlWriter(flavour, subset, style, out, losses).write(losses);
}

}  // namespace oscegraph
