// SPDX-License-Identifier: Apache-2.0
//
// Writes JSON Graph Format, version 2 (jsongraphformat.info). Nodes are in one object, by id; edges
// are in a list; all our columns are in the "metadata" of nodes and edges. The format has no place
// for colours, sizes and positions.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/json_properties.hpp"
#include "oscegraph/exports/model/node_properties.hpp"

namespace oscegraph {
namespace {

class JgfWriter {
 public:
  JgfWriter(const Subset& subset, Output& out, LossReport& losses)
      : subset_(subset),
        graph_(subset.graph()),
        nodes_(subset, losses),
        edges_(subset, losses),
        out_(out) {}

  void write(std::string_view title) {
    out_.append("{\"graph\":{\"directed\":true,\"type\":\"oscegraph\",\"label\":");
    append_json_string(out_, title);
    out_.append(",\n\"nodes\":{");
    for (const NodeId n : subset_.nodes()) write_node(n);
    out_.append("},\n\"edges\":[");
    first_ = true;
    for (const EdgeId e : subset_.edges()) write_edge(e);
    out_.append("]}}\n");
  }

 private:
  void begin_element() {
    out_.append(first_ ? "\n" : ",\n");
    first_ = false;
  }

  void write_node(NodeId n) {
    begin_element();
    append_json_string(out_, graph_.node_id(n));
    out_.append(':');
    JsonObject node(out_);
    node.text("label", graph_.node_name(n));
    node.member("metadata");
    JsonObject metadata(out_);
    nodes_.read(n, row_);
    append_json_properties(metadata, nodes_.columns(), row_);
    metadata.end();
    node.end();
  }

  void write_edge(EdgeId e) {
    begin_element();
    JsonObject edge(out_);
    edge.text("id", edge_id(e));
    edge.text("source", graph_.node_id(graph_.edge_from(e)));
    edge.text("target", graph_.node_id(graph_.edge_to(e)));
    edge.text("relation", name_of(graph_.edge_relation(e)));
    edge.member("metadata");
    JsonObject metadata(out_);
    metadata.member("weight").append(edge_weight(subset_, e));
    edges_.read(e, row_);
    append_json_properties(metadata, edges_.columns(), row_);
    metadata.end();
    edge.end();
  }

  const Subset& subset_;
  const Graph& graph_;
  NodeProperties nodes_;
  EdgeProperties edges_;
  Output& out_;
  PropertyRow row_;
  bool first_ = true;
};

}  // namespace

void write_jgf(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  JgfWriter(subset, out, losses).write(style.title);
  report_intervals(subset, "JSON Graph Format has none, only start and end as text", losses);
}

}  // namespace oscegraph
