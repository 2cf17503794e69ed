// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphs/dot/dot_data.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/node_properties.hpp"
#include "oscegraph/graph/libraries/graphviz_session.hpp"

namespace oscegraph {
namespace {

/// Sets the attributes of all nodes, or of all edges: each is declared once, then set by its
/// handle.
class DataColumns {
 public:
  DataColumns(const DotGraph& dot, int kind, const std::vector<Property>& columns) {
    for (const Property& column : columns) {
      std::string name = column.name;
      std::string none;
      handles_.push_back(agattr(dot.get(), kind, name.data(), none.data()));
    }
  }

  void set(void* object, const PropertyRow& row) {
    for (std::size_t i = 0; i < handles_.size(); ++i) {
      if (is_missing(row[i])) continue;
      std::string value = quotable(text_(row[i]));
      agxset(object, handles_[i], value.data());
    }
  }

  void report(LossReport& losses) const {
    losses.add({.count = controls_,
                .what = "control character",
                .fate = "written as U+FFFD",
                .why = "DOT is for people to read"});
  }

 private:
  std::string quotable(std::string_view text) {
    std::string result;
    for (const char c : text) {
      const bool control =
          (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
      if (c == '\\') result += c;
      if (control) ++controls_;
      if (control) result += "\xEF\xBF\xBD";
      else result += c;
    }
    return result;
  }

  std::vector<Agsym_t*> handles_;
  std::size_t controls_ = 0;
  PropertyText text_;
};

void report_types(const std::vector<Property>& columns, LossReport& losses) {
  std::vector<std::string> items;
  for (const Property& column : columns)
    if (column.type != PropertyType::text) items.push_back(column.name);
  const std::size_t count = items.size();
  losses.add({.count = count,
              .what = "attribute",
              .fate = "written as text",
              .why = "DOT knows no types",
              .items = std::move(items)});
}

}  // namespace

void add_data(const DotGraph& dot, const Subset& subset, LossReport& losses) {
  const Graph& graph = subset.graph();
  // Without this, cgraph breaks long values into lines. A break after a backslash is misread.
  std::string name = "linelength";
  std::string unlimited = "0";
  agattr(dot.get(), AGRAPH, name.data(), unlimited.data());
  // pydot, and so NetworkX, stops at an attribute called "name" (P49 in docs/graph-files.md).
  constexpr std::string_view name_column = "full_name";
  std::vector<std::string_view> taken{name_column};
  taken.insert(taken.end(), graphviz_attributes().begin(), graphviz_attributes().end());
  const NodeProperties nodes(subset, losses, taken);
  const EdgeProperties edges(subset, losses);
  report_types(nodes.columns(), losses);

  std::vector<Property> columns{{std::string(name_column)}};
  columns.insert(columns.end(), nodes.columns().begin(), nodes.columns().end());
  DataColumns of_nodes(dot, AGNODE, columns);
  PropertyRow row;
  std::vector<Agnode_t*> drawn(graph.node_count());
  for (const NodeId n : subset.nodes()) {
    std::string id = dot_name(graph, n);
    drawn[n] = agnode(dot.get(), id.data(), 0);
    nodes.read(n, row);
    row.insert(row.begin(), property_cell(graph.node_name(n)));
    of_nodes.set(drawn[n], row);
  }

  DataColumns of_edges(dot, AGEDGE, edges.columns());
  for (const EdgeId e : subset.edges()) {
    std::string key = edge_id(e);
    edges.read(e, row);
    of_edges.set(
        agedge(dot.get(), drawn[graph.edge_from(e)], drawn[graph.edge_to(e)], key.data(), 0), row);
  }
  of_nodes.report(losses);
  of_edges.report(losses);
}

}  // namespace oscegraph
