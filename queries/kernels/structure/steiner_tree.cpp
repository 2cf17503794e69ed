// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/structure/steiner_tree.hpp"

#include <algorithm>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <compare>
#include <functional>
#include <limits>
#include <tuple>
#include <utility>

#include "oscegraph/queries/kernels/csr_bgl.hpp"

namespace oscegraph {
namespace {

constexpr Vertex nobody = ~Vertex{0};

/// The length of a path and the node where it ends. The search continues from the nearest end, and
/// among equally near ones from the smallest number. So two paths to the same node are compared by
/// length alone.
struct PathEnd {
  double length = std::numeric_limits<double>::infinity();
  Vertex end = nobody;
  auto operator<=>(const PathEnd&) const = default;
};

/// For each node: its nearest terminal, the distance to it, and the next node on the path to it.
struct Regions {
  std::vector<PathEnd> path;
  std::vector<Vertex> nearest;
  std::vector<Vertex> before;
};

class GrowRegions : public boost::default_dijkstra_visitor {
 public:
  GrowRegions(std::vector<Vertex>& nearest, PeriodicCheck& check)
      : nearest_(&nearest),
        check_(&check) {}
  void examine_vertex(Vertex v, const Csr& graph) const { check_->count(graph.degree(v) + 1); }
  void edge_relaxed(CsrEdge e, const Csr& graph) const {
    (*nearest_)[target(e, graph)] = (*nearest_)[e.from];
  }

 private:
  std::vector<Vertex>* nearest_;
  PeriodicCheck* check_;
};

Regions grow(const Csr& graph, const std::vector<Vertex>& terminals, const Context& context) {
  PeriodicCheck check(context);
  Regions regions{std::vector<PathEnd>(graph.size()), std::vector(graph.size(), nobody),
                  std::vector(graph.size(), nobody)};
  for (Vertex v = 0; v < graph.size(); ++v) regions.path[v].end = v;
  for (const Vertex t : terminals) {
    regions.path[t].length = 0;
    regions.nearest[t] = t;
  }
  std::vector<boost::default_color_type> colours(graph.size());
  const auto step = [&](CsrEdge e) { return PathEnd{graph.weight_of(e.arc), target(e, graph)}; };
  boost::dijkstra_shortest_paths_no_init(
      graph, terminals.begin(), terminals.end(), by_vertex(regions.before), by_vertex(regions.path),
      boost::make_function_property_map<CsrEdge>(step), get(boost::vertex_index, graph),
      std::less<PathEnd>(),
      [](const PathEnd& path, const PathEnd& next) {
        return PathEnd{path.length + next.length, next.end};
      },
      PathEnd{0, 0}, GrowRegions(regions.nearest, check), by_vertex(colours));
  return regions;
}

/// The arcs between regions, sorted by the length of the path between the two terminals.
std::vector<std::tuple<double, Vertex, Vertex>> crossings(const Csr& graph,
                                                          const Regions& regions) {
  std::vector<std::tuple<double, Vertex, Vertex>> result;
  for (Vertex v = 0; v < graph.size(); ++v)
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i) {
      const Vertex u = graph.to[i];
      if (v < u && regions.nearest[v] != regions.nearest[u])
        result.emplace_back(regions.path[v].length + graph.weight_of(i) + regions.path[u].length, v,
                            u);
    }
  std::ranges::sort(result);
  return result;
}

/// Removes leaves that are not terminals, repeatedly until there are none.
void prune(std::vector<Arc>& tree, const std::vector<Vertex>& terminals, Vertex size) {
  std::vector<std::uint32_t> degree(size);
  for (const Arc& arc : tree) {
    ++degree[arc.from];
    ++degree[arc.to];
  }
  for (const Vertex t : terminals) ++degree[t];  // so a terminal is never a leaf
  for (bool changed = true; changed;) {
    changed = std::erase_if(tree, [&](const Arc& arc) {
                if (degree[arc.from] > 1 && degree[arc.to] > 1) return false;
                --degree[arc.from];
                --degree[arc.to];
                return true;
              }) > 0;
  }
}

}  // namespace

std::vector<Arc> steiner_tree(const Csr& graph, const std::vector<Vertex>& terminals,
                              const Context& context) {
  const Regions regions = grow(graph, terminals, context);
  std::vector<Vertex> rank(graph.size());
  std::vector<Vertex> parent(graph.size());
  boost::disjoint_sets sets(by_vertex(rank), by_vertex(parent));
  for (const Vertex t : terminals) sets.make_set(t);
  std::vector<Arc> tree;
  const auto add = [&](Vertex a, Vertex b) {
    const std::size_t at = graph.find(a, b);
    tree.push_back({std::min(a, b), std::max(a, b), graph.weight_of(at)});
  };
  const auto walk_home = [&](Vertex v) {
    for (; regions.before[v] != nobody; v = regions.before[v]) add(v, regions.before[v]);
  };
  for (const auto& [length, v, u] : crossings(graph, regions)) {
    const Vertex a = sets.find_set(regions.nearest[v]);
    const Vertex b = sets.find_set(regions.nearest[u]);
    if (a == b) continue;
    sets.link(a, b);
    add(v, u);
    walk_home(v);
    walk_home(u);
  }
  // The paths to the terminals may share arcs. All are in one shortest-path forest, so the union is
  // a tree.
  const auto order = [](const Arc& arc) { return std::pair(arc.from, arc.to); };
  std::ranges::sort(tree, {}, order);
  const auto repeated = std::ranges::unique(tree, {}, order);
  tree.erase(repeated.begin(), repeated.end());
  prune(tree, terminals, graph.size());
  return tree;
}

}  // namespace oscegraph
