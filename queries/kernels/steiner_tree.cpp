// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/steiner_tree.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <tuple>
#include <utility>

namespace oscegraph {
namespace {

constexpr Vertex nobody = ~Vertex{0};

/// Who is nearest to each node, and the way there.
struct Regions {
  std::vector<double> distance;
  std::vector<Vertex> nearest;
  std::vector<Vertex> before;
};

Regions grow(const Csr& graph, const std::vector<Vertex>& terminals, const Context& context) {
  CheckNowAndThen check(context);
  Regions regions{std::vector(graph.size(), std::numeric_limits<double>::infinity()),
                  std::vector(graph.size(), nobody), std::vector(graph.size(), nobody)};
  using Entry = std::tuple<double, Vertex, Vertex>;  // distance, node, whose region
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (const Vertex t : terminals) {
    regions.distance[t] = 0;
    regions.nearest[t] = t;
    queue.emplace(0, t, t);
  }
  while (!queue.empty()) {
    const auto [distance, v, region] = queue.top();
    queue.pop();
    check.count();
    if (distance > regions.distance[v] || region != regions.nearest[v]) continue;
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i) {
      const Vertex u = graph.to[i];
      const double through = distance + graph.weight_of(i);
      if (through >= regions.distance[u]) continue;
      regions.distance[u] = through;
      regions.nearest[u] = region;
      regions.before[u] = v;
      queue.emplace(through, u, region);
    }
  }
  return regions;
}

/// Arcs between regions, by the length of the way between their terminals.
std::vector<std::tuple<double, Vertex, Vertex>> crossings(const Csr& graph,
                                                          const Regions& regions) {
  std::vector<std::tuple<double, Vertex, Vertex>> result;
  for (Vertex v = 0; v < graph.size(); ++v)
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i) {
      const Vertex u = graph.to[i];
      if (v < u && regions.nearest[v] != regions.nearest[u])
        result.emplace_back(regions.distance[v] + graph.weight_of(i) + regions.distance[u], v, u);
    }
  std::ranges::sort(result);
  return result;
}

Vertex root_of(std::vector<Vertex>& parent, Vertex v) {
  while (parent[v] != v) v = parent[v] = parent[parent[v]];
  return v;
}

/// Takes away ends that are no terminals until none is left.
void prune(std::vector<Arc>& tree, const std::vector<Vertex>& terminals, Vertex size) {
  std::vector<std::uint32_t> degree(size);
  for (const Arc& arc : tree) {
    ++degree[arc.from];
    ++degree[arc.to];
  }
  for (const Vertex t : terminals) ++degree[t];  // never an end
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
  std::vector<Vertex> parent(graph.size());
  std::iota(parent.begin(), parent.end(), 0U);
  std::vector<Arc> tree;
  const auto add = [&](Vertex a, Vertex b) {
    const std::size_t at = graph.find(a, b);
    tree.push_back({std::min(a, b), std::max(a, b), graph.weight_of(at)});
  };
  const auto walk_home = [&](Vertex v) {
    for (; regions.before[v] != nobody; v = regions.before[v]) add(v, regions.before[v]);
  };
  for (const auto& [length, v, u] : crossings(graph, regions)) {
    const Vertex a = root_of(parent, regions.nearest[v]);
    const Vertex b = root_of(parent, regions.nearest[u]);
    if (a == b) continue;
    parent[std::max(a, b)] = std::min(a, b);
    add(v, u);
    walk_home(v);
    walk_home(u);
  }
  // Ways home may share arcs, and are all shortest ways in one forest: together they are a tree.
  const auto order = [](const Arc& arc) { return std::pair(arc.from, arc.to); };
  std::ranges::sort(tree, {}, order);
  const auto repeated = std::ranges::unique(tree, {}, order);
  tree.erase(repeated.begin(), repeated.end());
  prune(tree, terminals, graph.size());
  return tree;
}

}  // namespace oscegraph
