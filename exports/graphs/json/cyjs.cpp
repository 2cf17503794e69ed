// SPDX-License-Identifier: Apache-2.0
//
// Writes Cytoscape's own JSON, which Cytoscape and Cytoscape.js open: {"elements":{"nodes":[...],
// "edges":[...]}}. Each element has its "data", and each node its "position"; y grows downwards.
// Cytoscape shows the column "name" and needs "interaction" (P28 in docs/graph-files.md). An
// attribute called "parent" would put a node into another node, so it is renamed.
#include <array>

#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/json_properties.hpp"
#include "oscegraph/exports/model/node_look.hpp"
#include "oscegraph/exports/model/node_properties.hpp"

namespace oscegraph {
namespace {

constexpr std::array<std::string_view, 5> taken{"parent", "selected", "shared_interaction",
                                                "shared_name", "suid"};

class CyjsWriter {
 public:
  CyjsWriter(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses)
      : subset_(subset),
        graph_(subset.graph()),
        nodes_(subset, losses, taken),
        edges_(subset, losses),
        look_(subset, style, out.context()),
        out_(out) {}

  void write(std::string_view title) {
    out_.append(
        "{\"format_version\":\"1.0\",\"generated_by\":\"oscegraph\","
        "\"target_cytoscapejs_version\":\"~2.1\",\"data\":{\"name\":");
    append_json_string(out_, title.empty() ? "oscegraph" : title);
    out_.append("},\n\"elements\":{\"nodes\":[");
    for (const NodeId n : subset_.nodes()) write_node(n);
    out_.append("],\n\"edges\":[");
    first_ = true;
    for (const EdgeId e : subset_.edges()) write_edge(e);
    out_.append("]}}\n");
  }

 private:
  void begin_element() {
    out_.append(first_ ? "\n{\"data\":" : ",\n{\"data\":");
    first_ = false;
  }

  void write_node(NodeId n) {
    begin_element();
    JsonObject data(out_);
    data.text("id", graph_.node_id(n));
    data.text("name", graph_.node_name(n));
    data.text("label", graph_.node_name(n));
    data.text("color", look_.colour(n).hex());
    if (const auto size = look_.size(n)) data.member("size").append(*size);
    nodes_.read(n, row_);
    append_json_properties(data, nodes_.columns(), row_);
    data.end();
    if (look_.placed()) {
      out_.append(",\"position\":");
      JsonObject position(out_);
      position.member("x").append(look_.place(n).x);
      position.member("y").append(0.0 - look_.place(n).y);
      position.end();
    }
    out_.append('}');
  }

  void write_edge(EdgeId e) {
    const std::string_view relation = name_of(graph_.edge_relation(e));
    begin_element();
    JsonObject data(out_);
    data.text("id", edge_id(e));
    data.text("source", graph_.node_id(graph_.edge_from(e)));
    data.text("target", graph_.node_id(graph_.edge_to(e)));
    data.text("name", relation);
    data.text("label", relation);
    data.member("weight").append(edge_weight(subset_, e));
    edges_.read(e, row_);
    append_json_properties(data, edges_.columns(), row_);
    data.end();
    out_.append('}');
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

void write_cyjs(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  CyjsWriter(subset, style, out, losses).write(style.title);
  report_intervals(subset, "Cytoscape has none, only start and end as text", losses);
}

}  // namespace oscegraph
