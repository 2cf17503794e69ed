// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphml_writer.hpp"

#include <algorithm>
#include <vector>

#include "oscegraph/exports/claim_losses.hpp"
#include "oscegraph/exports/edge_properties.hpp"
#include "oscegraph/exports/node_look.hpp"
#include "oscegraph/exports/node_properties.hpp"
#include "oscegraph/exports/safe_id.hpp"
#include "oscegraph/exports/xml_writer.hpp"
#include "oscegraph/exports/yed_graphics.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

/// What the schema's NMTOKEN surely allows.
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

/// The column "kind" of nodes, with what is written before each of its values.
struct Key {
  std::string id;
  Property column;
  std::string opening;  ///< <data key="n_kind">
};

class GraphmlWriter {
 public:
  GraphmlWriter(GraphmlFlavour flavour, const Subset& subset, const GraphStyle& style, Output& out,
                LossReport& losses)
      : flavour_(flavour),
        subset_(subset),
        graph_(subset.graph()),
        nodes_(subset, losses),
        edges_(subset, losses),
        look_(subset, style),
        xml_(out) {
    if (flavour_ == GraphmlFlavour::strict) count_changed_ids();
    name_keys();
  }

  void write(LossReport& losses) {
    write_head();
    for (const Key& key : node_keys_) write_key("node", key);
    for (const Key& key : edge_keys_) write_key("edge", key);
    if (flavour_ == GraphmlFlavour::yed) xml_.markup(yed_keys);
    xml_.markup("<graph id=\"G\" edgedefault=\"directed\">\n");
    for (const NodeId n : subset_.nodes()) write_node(n);
    for (const EdgeId e : subset_.edges()) write_edge(e);
    xml_.markup("</graph>\n</graphml>\n");
    report(losses);
  }

 private:
  /// The keys in the order of the values that write_node() and write_edge() write.
  void name_keys() {
    const auto text = PropertyType::text;
    const auto real = PropertyType::real;
    add_key(node_keys_, "n_", {"label", text});
    add_key(node_keys_, "n_", {"name", text});
    if (flavour_ != GraphmlFlavour::yed) {
      for (const char* part : {"r", "g", "b"})
        add_key(node_keys_, "n_", {part, PropertyType::integer});
      add_key(node_keys_, "n_", {"size", real});
      if (look_.placed())
        for (const char* axis : {"x", "y"}) add_key(node_keys_, "n_", {axis, real});
    }
    if (changed_ids_ > 0) add_key(node_keys_, "n_", {"ref", text});
    for (const Property& column : nodes_.columns()) add_key(node_keys_, "n_", column);
    add_key(edge_keys_, "e_", {"label", text});
    add_key(edge_keys_, "e_", {"weight", real});
    for (const Property& column : edges_.columns()) add_key(edge_keys_, "e_", column);
  }

  /// NetworkX has one dictionary for node and edge keys, so the scope is part of the id.
  void add_key(std::vector<Key>& keys, const std::string& scope, const Property& column) {
    std::string id = scope + column.name;
    if (flavour_ == GraphmlFlavour::strict) id = safe_id(id, name_token);
    keys.push_back({id, column, "<data key=\"" + id + "\">"});
  }

  void count_changed_ids() {
    for (const NodeId n : subset_.nodes())
      if (safe_id(graph_.node_id(n), name_token) != graph_.node_id(n)) ++changed_ids_;
  }

  void write_head() {
    xml_.markup(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!-- Written by oscegraph. An edge's weight is the number of claims behind it. -->\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"");
    if (flavour_ == GraphmlFlavour::strict)
      xml_.markup(
          "\n  xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          "\n  xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
          " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\"");
    if (flavour_ == GraphmlFlavour::yed)
      xml_.markup("\n  xmlns:y=\"http://www.yworks.com/xml/graphml\"");
    xml_.markup(">\n");
  }

  void write_key(std::string_view scope, const Key& key) {
    xml_.markup("<key").attribute("id", key.id).attribute("for", scope);
    xml_.attribute("attr.name", key.column.name).attribute("attr.type", type_name(key.column.type));
    xml_.markup("/>\n");
  }

  void write_id(std::string_view attribute, std::string_view id) {
    if (changed_ids_ == 0) xml_.attribute(attribute, id);
    else xml_.attribute(attribute, safe_id(id, name_token));
  }

  void write_node(NodeId n) {
    xml_.markup("<node");
    write_id("id", graph_.node_id(n));
    xml_.markup(">");
    next_ = node_keys_.begin();
    data(graph_.node_name(n));
    data(graph_.node_name(n));
    if (flavour_ != GraphmlFlavour::yed) write_look(n);
    if (changed_ids_ > 0) data(graph_.node_id(n));
    nodes_.read(n, row_);
    for (const std::string& value : row_) data(value);
    if (flavour_ == GraphmlFlavour::yed) write_yed_node(xml_, graph_, n, look_);
    xml_.markup("</node>\n");
  }

  void write_look(NodeId n) {
    const Colour colour = look_.colour(n);
    for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) data(to_text(part));
    const auto size = look_.size(n);
    data(size ? to_text(*size) : std::string());
    if (!look_.placed()) return;
    data(to_text(look_.place(n).x));
    data(to_text(look_.place(n).y));
  }

  void write_edge(EdgeId e) {
    const std::string_view relation = name_of(graph_.edge_relation(e));
    xml_.markup("<edge").attribute("id", edge_id(e));
    write_id("source", graph_.node_id(graph_.edge_from(e)));
    write_id("target", graph_.node_id(graph_.edge_to(e)));
    if (flavour_ == GraphmlFlavour::portable) xml_.attribute("label", relation);
    xml_.markup(">");
    next_ = edge_keys_.begin();
    data(relation);
    data(to_text(edge_weight(subset_, e)));
    edges_.read(e, row_);
    for (const std::string& value : row_) data(value);
    if (flavour_ == GraphmlFlavour::yed) write_yed_edge(xml_, subset_, e);
    xml_.markup("</edge>\n");
  }

  /// The value of the next key; none is no element (P12).
  void data(std::string_view value) {
    if (!value.empty()) xml_.markup(next_->opening).text(value).markup("</data>");
    ++next_;
  }

  void report(LossReport& losses) const {
    xml_.report(losses);
    report_intervals(subset_, "GraphML has none, only start and end as text", losses);
    losses.add({.count = changed_ids_,
                .what = "node id",
                .fate = "rewritten",
                .why = "the schema allows only name tokens; the column ref has them as they were"});
  }

  GraphmlFlavour flavour_;
  const Subset& subset_;
  const Graph& graph_;
  NodeProperties nodes_;
  EdgeProperties edges_;
  NodeLook look_;
  XmlWriter xml_;
  std::vector<Key> node_keys_;
  std::vector<Key> edge_keys_;
  std::vector<Key>::const_iterator next_;
  PropertyRow row_;
  std::size_t changed_ids_ = 0;
};

}  // namespace

void write_graphml_flavour(GraphmlFlavour flavour, const Subset& subset, const GraphStyle& style,
                           Output& out, LossReport& losses) {
  GraphmlWriter(flavour, subset, style, out, losses).write(losses);
}

}  // namespace oscegraph
