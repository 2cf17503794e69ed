// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/graphviz/dot_graph.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/kind_forms.hpp"
#include "oscegraph/exports/model/node_colours.hpp"
#include "oscegraph/exports/model/node_positions.hpp"
#include "oscegraph/exports/model/node_size.hpp"
#include "oscegraph/exports/model/palette.hpp"
#include "oscegraph/exports/pictures/graphviz/dot_names.hpp"
#include "oscegraph/exports/pictures/graphviz/drawing_words.hpp"
#include "oscegraph/exports/pictures/graphviz/layout.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t most_edges_with_money = 80;  ///< with more labels, the labels hide the edges

/// cgraph's functions take char*, and copy what they are given.
char* c_text(std::string& text) { return text.data(); }
char* c_text(const char* text) {
  return const_cast<char*>(text);  // NOLINT(cppcoreguidelines-pro-type-const-cast): see above
}

/// The size and the distance of dots, in points, such that two thousand dots fit on a page.
constexpr double least_point = 4;
constexpr double point_range = 26;
constexpr double place_scale = 0.25;
constexpr std::size_t most_names = 40;

class DotGraphBuilder {
 public:
  DotGraphBuilder(const Subset& subset, const GraphStyle& style, const Context& context)
      : subset_(subset),
        graph_(subset.graph()),
        style_(style),
        layout_(layout_of(subset, style)),
        crowded_(subset.nodes().count() > most_readable_nodes && layout_ != "dot"),
        dot_(agopen(c_text("oscegraph"), Agdirected, dot_disciplines())),
        sizes_(node_sizes(subset, style)),
        colours_(subset, style),
        nodes_(graph_.node_count()) {
    if (layout_ == "springs") places_ = node_positions(subset, most_drawn_nodes, context);
  }

  DotGraph build() {
    declare_attributes();
    add_legend();
    const std::vector<NodeId> order = drawing_order();
    for (std::size_t i = 0; i < order.size(); ++i) {
      add_node(order[i]);
      if (crowded_) draw_as_point(order[i], order.size() - i <= most_names);
    }
    with_money_ = subset_.edges().count() <= most_edges_with_money;
    for (const EdgeId e : subset_.edges()) add_edge(e);
    if (layout_ == "dot") put_in_ranks();
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
    declare(AGRAPH, {{"layout", engine_of(layout_)},
                     {"rankdir", "LR"},
                     {"newrank", "true"},  // ranks of the whole graph for what is in a frame
                     {"rank", ""},
                     {"style", "rounded"},
                     {"pencolor", "#bbbbbb"},
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
    if (crowded_) declare(AGNODE, {{"fixedsize", "true"}, {"width", ""}, {"height", ""}});
    if (!places_.empty()) {
      declare(AGRAPH, {{"splines", "line"}});
      declare(AGNODE, {{"pos", ""}});
    }
    declare(AGEDGE, {{"fontname", font},
                     {"fontsize", "9"},
                     {"arrowsize", crowded_ ? "0.3" : "0.7"},
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

  /// The nodes in their order; when they are dots, the smallest first, so that the largest lie on
  /// top.
  [[nodiscard]] std::vector<NodeId> drawing_order() const {
    std::vector<NodeId> order(subset_.nodes().begin(), subset_.nodes().end());
    if (crowded_) std::ranges::stable_sort(order, {}, [&](NodeId n) { return size_of(n); });
    return order;
  }

  [[nodiscard]] double size_of(NodeId n) const { return std::isnan(sizes_[n]) ? 0 : sizes_[n]; }

  void draw_as_point(NodeId n, bool named) {
    constexpr double points_in_an_inch = 72;
    const double size = (least_point + point_range * size_of(n)) / points_in_an_inch;
    set(nodes_[n], "width", to_text(std::round(size * 100) / 100));
    set(nodes_[n], "height", to_text(std::round(size * 100) / 100));
    if (named) set(nodes_[n], "fontsize", to_text(std::round(7 + 7 * size_of(n))));
    else set(nodes_[n], "label", "");
    if (graph_.node_kind(n) == Kind::office) set(nodes_[n], "peripheries", "1");
  }

  void add_node(NodeId n) {
    std::string name = dot_name(graph_, n);
    Agnode_t* node = agnode(dot_.get(), c_text(name), 1);
    nodes_[n] = node;
    const Kind kind = graph_.node_kind(n);
    set(node, "label", node_label(graph_, n));
    set(node, "class", std::string(name_of(kind)));
    set(node, "shape", std::string(forms_of(kind).graphviz));
    set(node, "color", colours_.of(n).hex());
    set(node, "fillcolor", colours_.of(n).tint().hex());
    set(node, "tooltip", node_tooltip(graph_, n));
    if (kind == Kind::office) set(node, "peripheries", "2");
    if (kind == Kind::agency) set(node, "style", "filled,rounded");
    if (!style_.size_by.empty() && !std::isnan(sizes_[n]))
      set(node, "fontsize", to_text(std::round(10 + 10 * sizes_[n])));
    if (!places_.empty())
      set(node, "pos",
          to_text(place_scale * places_[n].x) + ',' + to_text(place_scale * places_[n].y));
  }

  void add_edge(EdgeId e) {
    std::string key = edge_id(e);
    Agedge_t* edge =
        agedge(dot_.get(), nodes_[graph_.edge_from(e)], nodes_[graph_.edge_to(e)], c_text(key), 1);
    const Relation relation = graph_.edge_relation(e);
    const double width =
        (crowded_ ? 0.4 : 1) + 0.5 * std::log2(static_cast<double>(edge_weight(subset_, e)));
    set(edge, "class", std::string(name_of(relation)));
    set(edge, "color", colour_of(relation).hex() + (crowded_ ? "38" : ""));
    set(edge, "penwidth", to_text(std::round(std::min(width, 6.0) * 10) / 10));
    if (edge_basis(subset_, e) == Basis::inferred) set(edge, "style", "dashed");
    set(edge, "tooltip", edge_tooltip(subset_, e));
    set(edge, "URL", edge_link(subset_, e));
    if (with_money_) set(edge, "label", money_label(subset_, e));
  }

  /// Puts payers on the left and offices on the right; the edges decide where all other nodes are.
  void put_in_ranks() {
    Agraph_t* payers = nullptr;
    Agraph_t* offices = nullptr;
    for (const NodeId n : subset_.nodes()) {
      const Kind kind = graph_.node_kind(n);
      const bool pays = (kind == Kind::state || kind == Kind::donor) && funds(n);
      if (pays) put_in(payers, "cluster_payers", "who pays", "min", n);
      if (kind == Kind::office && !funds(n))
        put_in(offices, "cluster_offices", "offices", "max", n);
    }
  }

  /// Puts the node into a frame (cluster) with a label. The first node creates the frame.
  void put_in(Agraph_t*& cluster, const char* name, const char* label, const char* rank, NodeId n) {
    if (cluster == nullptr) {
      cluster = agsubg(dot_.get(), c_text(name), 1);
      set(cluster, "label", label);
      set(cluster, "rank", rank);
    }
    agsubnode(cluster, nodes_[n], 1);
  }

  [[nodiscard]] bool funds(NodeId n) const {
    return std::ranges::any_of(
        subset_.out_edges(n), [&](EdgeId e) { return graph_.edge_relation(e) == Relation::funds; });
  }

  const Subset& subset_;
  const Graph& graph_;
  const GraphStyle& style_;
  std::string layout_;
  bool crowded_;  ///< too many nodes to read all names: they are drawn as dots
  DotGraph dot_;
  std::vector<double> sizes_;
  NodeColours colours_;
  std::vector<Agnode_t*> nodes_;
  std::vector<Point> places_;  ///< empty: Graphviz finds them
  bool with_money_ = false;
};

}  // namespace

void CloseDotGraph::operator()(Agraph_s* graph) const { agclose(graph); }

std::string layout_of(const Subset& subset, const GraphStyle& style) {
  return style.layout.empty() ? layout_for(subset) : style.layout;
}

const char* engine_of(const std::string& layout) {
  return layout == "springs" ? "nop" : layout.c_str();
}

std::string dot_name(const Graph& graph, NodeId n) {
  std::string name;
  for (const char c : graph.node_id(n)) name.append(c == '\\' ? 2 : 1, c);
  return name;
}

DotGraph make_dot_graph(const Subset& subset, const GraphStyle& style, const Context& context) {
  return DotGraphBuilder(subset, style, context).build();
}

}  // namespace oscegraph
