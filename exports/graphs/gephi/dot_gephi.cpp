// SPDX-License-Identifier: Apache-2.0
//
// Writes DOT that Gephi can read. Gephi's reader stops silently at the first `node [..]`, `edge
// [..]` or `graph [..]` statement, so the file has none of these and no subgraph (P1, P42 in
// docs/graph-files.md). The reader takes "#1f77b4" for an invisible colour, so colours are written
// as hue, saturation and value (P43). It has no types of edges and keeps only the last of several
// edges between two nodes, so these are merged into one edge that lists all their relations (P44).
// Attributes are in one list, in quotes (P45, P46), labels are short and edges have no keys (P47).
// Gephi reads all values as text; our GEXF gives it typed values.
#include <algorithm>
#include <cmath>
#include <vector>

#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/node_look.hpp"
#include "oscegraph/exports/pictures/graphviz/drawing_words.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// Hue, saturation, value, each from 0 to 1: "0.556 0.631 0.914".
std::string hsv_text(Colour colour) {
  const double red = colour.red / 255.0;
  const double green = colour.green / 255.0;
  const double blue = colour.blue / 255.0;
  const double most = std::max({red, green, blue});
  const double range = most - std::min({red, green, blue});
  double hue = 0;
  if (range > 0) {
    if (most == red) hue = (green - blue) / range + (green < blue ? 6 : 0);
    else if (most == green) hue = (blue - red) / range + 2;
    else hue = (red - green) / range + 4;
  }
  const auto rounded = [](double value) { return to_text(std::round(value * 1000) / 1000); };
  return rounded(hue / 6) + ' ' + rounded(most > 0 ? range / most : 0) + ' ' + rounded(most);
}

class DotGephiWriter {
 public:
  DotGephiWriter(const Subset& subset, const GraphStyle& style, Output& out)
      : subset_(subset),
        graph_(subset.graph()),
        look_(subset, style, out.context()),
        out_(out) {}

  void write(LossReport& losses) {
    out_.append("digraph \"oscegraph\" {\n");
    for (const NodeId n : subset_.nodes()) write_node(n);
    for (const NodeId n : subset_.nodes()) write_edges_from(n);
    out_.append("}\n");
    report(losses);
  }

 private:
  void write_node(NodeId n) {
    quoted(graph_.node_id(n));
    out_.append(" [");
    attribute("label", short_name(graph_, n));
    out_.append(", ");
    attribute("kind", name_of(graph_.node_kind(n)));
    out_.append(", color=\"");
    out_.append(hsv_text(look_.colour(n)));
    out_.append("\"];\n");
    if (short_name(graph_, n) != graph_.node_name(n)) ++shortened_;
  }

  /// Writes one edge for each node that `n` has edges to; it merges the edges of all relations, in
  /// order.
  void write_edges_from(NodeId n) {
    std::vector<EdgeId> edges = subset_.out_edges(n);
    std::ranges::stable_sort(edges, {}, [&](EdgeId e) { return graph_.edge_to(e); });
    for (auto first = edges.begin(); first != edges.end();) {
      const NodeId to = graph_.edge_to(*first);
      const auto last =
          std::find_if(first, edges.end(), [&](EdgeId e) { return graph_.edge_to(e) != to; });
      write_edge(n, to, {first, last});
      merged_ += static_cast<std::size_t>(last - first) - 1;
      first = last;
    }
  }

  void write_edge(NodeId from, NodeId to, const std::vector<EdgeId>& edges) {
    std::vector<std::string_view> relations;
    std::size_t weight = 0;
    for (const EdgeId e : edges) {
      relations.push_back(name_of(graph_.edge_relation(e)));
      weight += edge_weight(subset_, e);
    }
    const std::string words = join(relations, " | ");
    quoted(graph_.node_id(from));
    out_.append(" -> ");
    quoted(graph_.node_id(to));
    out_.append(" [");
    attribute("label", words);
    out_.append(", ");
    attribute("relation", words);
    out_.append(", weight=\"");
    out_.append(weight);
    out_.append("\"];\n");
  }

  void attribute(std::string_view name, std::string_view value) {
    out_.append(name);
    out_.append('=');
    quoted(value);
  }

  /// Writes a quoted text, with control characters as spaces: a line break would end the text in
  /// Gephi.
  void quoted(std::string_view text) {
    out_.append('"');
    for (const char c : text) {
      if (c == '"' || c == '\\') out_.append('\\');
      const bool control = static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
      if (control) ++controls_;
      out_.append(control ? ' ' : c);
    }
    out_.append('"');
  }

  void report(LossReport& losses) const {
    report_claims_added_up(subset_, losses);
    report_not_drawn(subset_, losses);
    losses.add({.count = merged_,
                .what = "edge",
                .fate = "merged into another of the same two nodes",
                .why = "Gephi reads no types of edges from DOT"});
    losses.add({.count = shortened_,
                .what = "name",
                .fate = "shortened",
                .why = "long labels are broken into lines"});
    losses.add({.count = controls_,
                .what = "control character",
                .fate = "written as a space",
                .why = "they would end a quoted text"});
  }

  const Subset& subset_;
  const Graph& graph_;
  NodeLook look_;
  Output& out_;
  std::size_t merged_ = 0;
  std::size_t shortened_ = 0;
  std::size_t controls_ = 0;
};

}  // namespace

void write_dot_gephi(const Subset& subset, const GraphStyle& style, Output& out,
                     LossReport& losses) {
  DotGephiWriter(subset, style, out).write(losses);
}

}  // namespace oscegraph
