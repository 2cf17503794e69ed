// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/dot_graph.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "oscegraph/exports/claim_losses.hpp"
#include "oscegraph/exports/drawing_words.hpp"
#include "oscegraph/exports/edge_properties.hpp"
#include "oscegraph/exports/layout.hpp"
#include "oscegraph/exports/node_colours.hpp"
#include "oscegraph/exports/node_size.hpp"
#include "oscegraph/exports/palette.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t most_edges_with_money = 80;  ///< more labels than that hide the edges

std::string_view shape_of(Kind kind) {
  switch (kind) {
    case Kind::state: return "ellipse";
    case Kind::donor: return "hexagon";
    case Kind::office:
    case Kind::project:
    case Kind::agency: return "box";
  }
  return "box";
}

/// cgraph's functions take char*, and copy what they are given.
char* c_text(std::string& text) { return text.data(); }
char* c_text(const char* text) {
  return const_cast<char*>(text);  // NOLINT(cppcoreguidelines-pro-type-const-cast): see above
}

class DotGraphBuilder {
 public:
  DotGraphBuilder(const Subset& subset, const GraphStyle& style)
      : subset_(subset),
        graph_(subset.graph()),
        style_(style),
        dot_(agopen(c_text("oscegraph"), Agdirected, nullptr)),
        sizes_(node_sizes(subset, style)),
        colours_(subset, style),
        nodes_(graph_.node_count()) {}

  DotGraph build() {
    declare_attributes();
    add_legend();
    for (const NodeId n : subset_.nodes()) add_node(n);
    with_money_ = subset_.edges().count() <= most_edges_with_money;
    for (const EdgeId e : subset_.edges()) add_edge(e);
    put_in_ranks();
    return std::move(dot_);
  }

 private:
  using Defaults = std::initializer_list<std::pair<const char*, const char*>>;
  void declare(int kind, Defaults attributes) {
    for (const auto& [name, value] : attributes)
      agattr(dot_.get(), kind, c_text(name), c_text(value));
  }

  void declare_attributes() {
    constexpr const char* font = "Helvetica,Arial,sans-serif";
    const std::string layout = layout_of(subset_, style_);
    declare(AGRAPH, {{"layout", layout.c_str()},
                     {"rankdir", "LR"},
                     {"rank", ""},
                     {"ranksep", "0.7"},
                     {"nodesep", "0.18"},
                     {"overlap", "prism"},
                     {"outputorder", "edgesfirst"},
                     {"fontname", font},
                     {"fontsize", "11"},
                     {"label", ""},
                     {"labelloc", "t"},
                     {"labeljust", "l"}});
    declare(AGNODE, {{"fontname", font},
                     {"fontsize", "11"},
                     {"style", "filled"},
                     {"margin", "0.10,0.05"},
                     {"penwidth", "1.5"},
                     {"label", ""},
                     {"class", ""},
                     {"shape", ""},
                     {"peripheries", ""},
                     {"color", ""},
                     {"fillcolor", ""},
                     {"tooltip", ""}});
    declare(AGEDGE, {{"fontname", font},
                     {"fontsize", "9"},
                     {"arrowsize", "0.7"},
                     {"label", ""},
                     {"class", ""},
                     {"color", ""},
                     {"penwidth", ""},
                     {"style", ""},
                     {"tooltip", ""},
                     {"URL", ""}});
  }

  void add_legend() {
    std::string html = legend(subset_, style_.title);
    agset(dot_.get(), c_text("label"), agstrdup_html(dot_.get(), c_text(html)));
  }

  static void set(void* object, const char* name, std::string value) {
    agset(object, c_text(name), c_text(value));
  }

  void add_node(NodeId n) {
    std::string id(graph_.node_id(n));
    Agnode_t* node = agnode(dot_.get(), c_text(id), 1);
    nodes_[n] = node;
    const Kind kind = graph_.node_kind(n);
    set(node, "label", node_label(graph_, n));
    set(node, "class", std::string(name_of(kind)));
    set(node, "shape", std::string(shape_of(kind)));
    set(node, "color", colours_.of(n).hex());
    set(node, "fillcolor", colours_.of(n).tint().hex());
    set(node, "tooltip", node_tooltip(graph_, n));
    if (kind == Kind::office) set(node, "peripheries", "2");
    if (kind == Kind::agency) set(node, "style", "filled,rounded");
    if (!style_.size_by.empty() && !std::isnan(sizes_[n]))
      set(node, "fontsize", to_text(std::round(10 + 10 * sizes_[n])));
  }

  void add_edge(EdgeId e) {
    std::string key = edge_id(e);
    Agedge_t* edge =
        agedge(dot_.get(), nodes_[graph_.edge_from(e)], nodes_[graph_.edge_to(e)], c_text(key), 1);
    const Relation relation = graph_.edge_relation(e);
    const double width = 1 + 0.5 * std::log2(static_cast<double>(edge_weight(subset_, e)));
    set(edge, "class", std::string(name_of(relation)));
    set(edge, "color", colour_of(relation).hex());
    set(edge, "penwidth", to_text(std::round(std::min(width, 6.0) * 10) / 10));
    if (edge_basis(subset_, e) == Basis::inferred) set(edge, "style", "dashed");
    set(edge, "tooltip", edge_tooltip(subset_, e));
    set(edge, "URL", edge_link(subset_, e));
    if (with_money_) set(edge, "label", money_label(subset_, e));
  }

  /// Those who pay on the left, offices on the right; everything else where its edges put it.
  void put_in_ranks() {
    // Without names: cgraph orders named subgraphs by where their names lie in memory.
    Agraph_t* payers = agsubg(dot_.get(), nullptr, 1);
    Agraph_t* offices = agsubg(dot_.get(), nullptr, 1);
    set(payers, "rank", "min");
    set(offices, "rank", "max");
    for (const NodeId n : subset_.nodes()) {
      const Kind kind = graph_.node_kind(n);
      if (kind == Kind::office && !funds(n)) agsubnode(offices, nodes_[n], 1);
      if ((kind == Kind::state || kind == Kind::donor) && funds(n)) agsubnode(payers, nodes_[n], 1);
    }
  }

  [[nodiscard]] bool funds(NodeId n) const {
    return std::ranges::any_of(
        subset_.out_edges(n), [&](EdgeId e) { return graph_.edge_relation(e) == Relation::funds; });
  }

  const Subset& subset_;
  const Graph& graph_;
  const GraphStyle& style_;
  DotGraph dot_;
  std::vector<double> sizes_;
  NodeColours colours_;
  std::vector<Agnode_t*> nodes_;
  bool with_money_ = false;
};

}  // namespace

void CloseDotGraph::operator()(Agraph_s* graph) const { agclose(graph); }

std::string layout_of(const Subset& subset, const GraphStyle& style) {
  return style.layout.empty() ? layout_for(subset) : style.layout;
}

DotGraph make_dot_graph(const Subset& subset, const GraphStyle& style, LossReport& losses) {
  report_not_drawn(subset, losses);
  return DotGraphBuilder(subset, style).build();
}

}  // namespace oscegraph
