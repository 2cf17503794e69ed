// SPDX-License-Identifier: Apache-2.0
//
// Writes the JSON that graphology's Graph.from() reads. sigma.js and Gephi Lite draw it without
// changes, from the attributes "label", "x", "y", "size" and "color" of nodes. sigma.js takes
// "type" for the name of a drawing program and does not draw nodes that are "hidden", so our
// attributes with such names are renamed.
#include <array>

#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/json_properties.hpp"
#include "oscegraph/exports/model/node_look.hpp"
#include "oscegraph/exports/model/node_properties.hpp"

namespace oscegraph {
namespace {

constexpr std::array<std::string_view, 5> taken{"forcelabel", "hidden", "highlighted", "type",
                                                "zindex"};

class GraphologyWriter {
 public:
  GraphologyWriter(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses)
      : subset_(subset),
        graph_(subset.graph()),
        nodes_(subset, losses, taken),
        edges_(subset, losses),
        look_(subset, style, out.context()),
        out_(out) {}

  void write(std::string_view title) {
    out_.append(
        "{\"options\":{\"type\":\"directed\",\"multi\":true,\"allowSelfLoops\":true},"
        "\"attributes\":{\"name\":");
    append_json_string(out_, title.empty() ? "oscegraph" : title);
    out_.append("},\n\"nodes\":[");
    for (const NodeId n : subset_.nodes()) write_node(n);
    out_.append("],\n\"edges\":[");
    first_ = true;
    for (const EdgeId e : subset_.edges()) write_edge(e);
    out_.append("]}\n");
  }

 private:
  JsonObject begin_element(std::string_view key) {
    out_.append(first_ ? "\n" : ",\n");
    first_ = false;
    JsonObject element(out_);
    element.text("key", key);
    return element;
  }

  void write_node(NodeId n) {
    JsonObject node = begin_element(graph_.node_id(n));
    node.member("attributes");
    JsonObject attributes(out_);
    attributes.text("label", graph_.node_name(n));
    if (look_.placed()) {
      attributes.member("x").append(look_.place(n).x);
      attributes.member("y").append(look_.place(n).y);
    }
    if (const auto size = look_.size(n)) attributes.member("size").append(*size);
    attributes.text("color", look_.colour(n).hex());
    nodes_.read(n, row_);
    append_json_properties(attributes, nodes_.columns(), row_);
    attributes.end();
    node.end();
  }

  void write_edge(EdgeId e) {
    JsonObject edge = begin_element(edge_id(e));
    edge.text("source", graph_.node_id(graph_.edge_from(e)));
    edge.text("target", graph_.node_id(graph_.edge_to(e)));
    edge.member("attributes");
    JsonObject attributes(out_);
    attributes.text("label", name_of(graph_.edge_relation(e)));
    attributes.member("weight").append(edge_weight(subset_, e));
    edges_.read(e, row_);
    append_json_properties(attributes, edges_.columns(), row_);
    attributes.end();
    edge.end();
  }

  const Subset& subset_;
  const Graph& graph_;
  NodeProperties nodes_;
  EdgeProperties edges_;
  NodeLook look_;
  Output& out_;
  PropertyRow row_;
  bool first_ = true;
};

}  // namespace

void write_graphology(const Subset& subset, const GraphStyle& style, Output& out,
                      LossReport& losses) {
  GraphologyWriter(subset, style, out, losses).write(style.title);
  report_intervals(subset, "graphology has none, only start and end as text", losses);
}

}  // namespace oscegraph
