// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/graphviz/layout.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

/// The nodes in topological order, but for the edges of cycles: the reverse postorder of a
/// depth-first search. The search has its own stack, since a long chain would overflow the call
/// stack.
std::vector<NodeId> forward_order(const Subset& subset) {
  std::vector<NodeId> order;
  IdSet seen(subset.graph().node_count());
  std::vector<std::pair<NodeId, std::vector<EdgeId>>> stack;
  const auto enter = [&](NodeId n) {
    if (seen.contains(n)) return;
    seen.insert(n);
    stack.emplace_back(n, subset.out_edges(n));
  };
  for (const NodeId root : subset.nodes()) {
    enter(root);
    while (!stack.empty()) {
      auto& [node, left] = stack.back();
      if (left.empty()) {
        order.push_back(node);
        stack.pop_back();
      } else {
        const EdgeId next = left.back();
        left.pop_back();
        enter(subset.graph().edge_to(next));
      }
    }
  }
  std::ranges::reverse(order);
  return order;
}

}  // namespace

std::size_t layered_size(const Subset& subset) {
  const Graph& graph = subset.graph();
  const std::vector<NodeId> order = forward_order(subset);
  std::vector<std::size_t> place(graph.node_count());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<std::size_t> layer(graph.node_count());
  for (const NodeId from : order)
    for (const EdgeId e : subset.out_edges(from))
      if (const NodeId to = graph.edge_to(e); place[to] > place[from])
        layer[to] = std::max(layer[to], layer[from] + 1);
  std::size_t size = order.size();
  for (const EdgeId e : subset.edges()) {
    const auto [low, high] = std::minmax(layer[graph.edge_from(e)], layer[graph.edge_to(e)]);
    if (high > low + 1) size += high - low - 1;
  }
  return size;
}

std::span<const std::string_view> layout_names() {
  static constexpr std::array<std::string_view, 7> names{"dot", "springs", "sfdp", "neato",
                                                         "fdp", "twopi",   "circo"};
  return names;
}

const char* layout_for(const Subset& subset) {
  if (const std::size_t nodes = subset.nodes().count(); nodes > most_drawn_nodes)
    throw TooCostly(counted(nodes, "node") + " are too many for one drawing",
                    "at most " + grouped(most_drawn_nodes) + " are drawn",
                    "narrow the graph, or write .gexf and look at it in Gephi");
  constexpr std::size_t most_places = 4000;
  const bool few =
      subset.nodes().count() <= most_readable_nodes && layered_size(subset) <= most_places;
  return few ? "dot" : "springs";
}

}  // namespace oscegraph
