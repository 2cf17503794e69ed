// SPDX-License-Identifier: Apache-2.0
//
// GraphML that Gephi, Cytoscape, NetworkX, igraph, graph-tool, graphology and Boost all read the same
// way. The rules come from running those readers (docs/graph-files.md, P4-P28):
//  - six attribute types, `for` and a lower-case `attr.name` unique in its scope on every key, all
//    keys before the graph, nodes before edges; a missing value is no element at all;
//  - "label" on nodes and edges, and a non-standard `label` on <edge>, where Gephi looks for the
//    type of an edge; "interaction" for Cytoscape; colours as r, g, b; no <desc>;
//  - positions for all nodes or, when they are many, for none;
//  - `weight` is the number of claims, never 0, which Gephi would delete; amounts have columns of
//    their own, as exact decimals;
//  - dates are text: GraphML has no way to tell Gephi about time. GEXF has.
#include "oscegraph/exports/claim_losses.hpp"
#include "oscegraph/exports/edge_properties.hpp"
#include "oscegraph/exports/graph_writers.hpp"
#include "oscegraph/exports/node_look.hpp"
#include "oscegraph/exports/node_properties.hpp"
#include "oscegraph/exports/xml_writer.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

std::string_view name_of(PropertyType type) {
  switch (type) {
    case PropertyType::text: return "string";
    case PropertyType::integer: return "int";
    case PropertyType::real: return "double";
    case PropertyType::boolean: return "boolean";
  }
  return "string";
}

class GraphmlWriter {
 public:
  GraphmlWriter(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses)
      : subset_(subset),
        graph_(subset.graph()),
        nodes_(subset, losses),
        edges_(subset, losses),
        look_(subset, style),
        xml_(out) {}

  void write(LossReport& losses) {
    xml_.markup(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<!-- Written by oscegraph. An edge's weight is the number of claims behind it. -->\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    write_keys();
    xml_.markup("<graph id=\"G\" edgedefault=\"directed\">\n");
    for (const NodeId n : subset_.nodes()) write_node(n);
    for (const EdgeId e : subset_.edges()) write_edge(e);
    xml_.markup("</graph>\n</graphml>\n");
    xml_.report(losses);
    report_intervals(subset_, "GraphML has none, only start and end as text", losses);
  }

 private:
  void write_keys() {
    write_key("node", "label", PropertyType::text);
    write_key("node", "name", PropertyType::text);
    for (const std::string_view part : {"r", "g", "b"})
      write_key("node", part, PropertyType::integer);
    write_key("node", "size", PropertyType::real);
    if (look_.placed())
      for (const std::string_view axis : {"x", "y"}) write_key("node", axis, PropertyType::real);
    for (const Property& column : nodes_.columns()) write_key("node", column.name, column.type);
    write_key("edge", "label", PropertyType::text);
    write_key("edge", "weight", PropertyType::real);
    for (const Property& column : edges_.columns()) write_key("edge", column.name, column.type);
  }

  void write_key(std::string_view scope, std::string_view name, PropertyType type) {
    xml_.markup("<key").attribute("id", key_id(scope, name)).attribute("for", scope);
    xml_.attribute("attr.name", name).attribute("attr.type", name_of(type)).markup("/>\n");
  }

  /// NetworkX has one dictionary for node and edge keys, so the scope is part of the id.
  static std::string key_id(std::string_view scope, std::string_view name) {
    return std::string(scope.substr(0, 1)) + '_' + std::string(name);
  }

  void write_node(NodeId n) {
    xml_.markup("<node").attribute("id", graph_.node_id(n)).markup(">");
    data("n_", "label", graph_.node_name(n));
    data("n_", "name", graph_.node_name(n));
    write_look(n);
    nodes_.read(n, row_);
    write_row("n_", nodes_.columns());
    xml_.markup("</node>\n");
  }

  void write_look(NodeId n) {
    const Colour colour = look_.colour(n);
    data("n_", "r", to_text(colour.red));
    data("n_", "g", to_text(colour.green));
    data("n_", "b", to_text(colour.blue));
    if (const auto size = look_.size(n)) data("n_", "size", to_text(*size));
    if (!look_.placed()) return;
    data("n_", "x", to_text(look_.place(n).x));
    data("n_", "y", to_text(look_.place(n).y));
  }

  void write_edge(EdgeId e) {
    const std::string_view relation = oscegraph::name_of(graph_.edge_relation(e));
    xml_.markup("<edge").attribute("id", edge_id(e));
    xml_.attribute("source", graph_.node_id(graph_.edge_from(e)));
    xml_.attribute("target", graph_.node_id(graph_.edge_to(e)));
    xml_.attribute("label", relation).markup(">");
    data("e_", "label", relation);
    data("e_", "weight", to_text(edge_weight(subset_, e)));
    edges_.read(e, row_);
    write_row("e_", edges_.columns());
    xml_.markup("</edge>\n");
  }

  void write_row(std::string_view prefix, const std::vector<Property>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!row_[i].empty()) data(prefix, columns[i].name, row_[i]);
  }

  void data(std::string_view prefix, std::string_view name, std::string_view value) {
    xml_.markup("<data key=\"").markup(prefix).text(name).markup("\">");
    xml_.text(value).markup("</data>");
  }

  const Subset& subset_;
  const Graph& graph_;
  NodeProperties nodes_;
  EdgeProperties edges_;
  NodeLook look_;
  XmlWriter xml_;
  PropertyRow row_;
};

}  // namespace

void write_graphml(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  GraphmlWriter(subset, style, out, losses).write(losses);
}

}  // namespace oscegraph
