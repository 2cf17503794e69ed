// SPDX-License-Identifier: Apache-2.0
//
// Computes the measures slowly, straight from their definitions, as references for the tests: with
// adjacency matrices, all paths, every subset. For small graphs only.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/random.hpp"

namespace oscegraph::testing {

using Matrix = std::vector<std::vector<double>>;

/// The matrix of weights, 0 where there is no arc.
inline Matrix matrix_of(const Csr& graph) {
  Matrix matrix(graph.size(), std::vector<double>(graph.size()));
  for (Vertex v = 0; v < graph.size(); ++v)
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i)
      matrix[v][graph.to[i]] = graph.weight_of(i);
  return matrix;
}

inline constexpr double slow_far = std::numeric_limits<double>::infinity();

/// Distances by Floyd and Warshall; weights are lengths.
inline Matrix slow_distances(const Csr& graph) {
  Matrix d = matrix_of(graph);
  const std::size_t n = d.size();
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (i != j && d[i][j] == 0) d[i][j] = slow_far;
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
  return d;
}

inline bool slow_equal(double a, double b) { return std::abs(a - b) <= 1e-9 * (1 + std::abs(a)); }

/// Numbers of shortest paths, added up over the last arc, with nodes in order of distance.
inline Matrix slow_path_counts(const Csr& graph, const Matrix& d) {
  const Matrix arc = matrix_of(graph);
  const std::size_t n = d.size();
  Matrix counts(n, std::vector<double>(n));
  for (std::size_t s = 0; s < n; ++s) {
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t v) { return d[s][v]; });
    counts[s][s] = 1;
    for (const std::size_t v : order)
      for (std::size_t u = 0; u < n; ++u)
        if (v != s && d[s][v] < slow_far && arc[u][v] > 0 &&
            slow_equal(d[s][v], d[s][u] + arc[u][v]))
          counts[s][v] += counts[s][u];
  }
  return counts;
}

/// Betweenness over ordered pairs.
inline std::vector<double> slow_betweenness(const Csr& graph) {
  const Matrix d = slow_distances(graph);
  const Matrix paths = slow_path_counts(graph, d);
  const std::size_t n = d.size();
  std::vector<double> result(n);
  for (std::size_t s = 0; s < n; ++s)
    for (std::size_t t = 0; t < n; ++t)
      for (std::size_t v = 0; v < n; ++v)
        if (s != t && v != s && v != t && d[s][t] < slow_far &&
            slow_equal(d[s][t], d[s][v] + d[v][t]))
          result[v] += paths[s][v] * paths[v][t] / paths[s][t];
  return result;
}

/// Betweenness of arcs, over ordered pairs.
inline std::vector<double> slow_arc_betweenness(const Csr& graph) {
  const Matrix d = slow_distances(graph);
  const Matrix paths = slow_path_counts(graph, d);
  std::vector<double> result;
  for (Vertex v = 0; v < graph.size(); ++v)
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i) {
      const Vertex u = graph.to[i];
      double sum = 0;
      for (std::size_t s = 0; s < d.size(); ++s)
        for (std::size_t t = 0; t < d.size(); ++t)
          if (s != t && d[s][t] < slow_far &&
              slow_equal(d[s][t], d[s][v] + graph.weight_of(i) + d[u][t]))
            sum += paths[s][v] * paths[u][t] / paths[s][t];
      result.push_back(sum);
    }
  return result;
}

/// PageRank by power iteration on the full matrix; walkers at dangling nodes start anew.
inline std::vector<double> slow_page_rank(const Csr& graph, double damping,
                                          std::vector<double> start = {}) {
  const Matrix arc = matrix_of(graph);
  const std::size_t n = arc.size();
  if (start.empty()) start.assign(n, 1.0 / static_cast<double>(n));
  std::vector<double> rank = start;
  for (int pass = 0; pass < 500; ++pass) {
    std::vector<double> next(n);
    for (std::size_t v = 0; v < n; ++v) {
      const double strength = std::accumulate(arc[v].begin(), arc[v].end(), 0.0);
      for (std::size_t u = 0; u < n; ++u)
        next[u] += damping * rank[v] * (strength > 0 ? arc[v][u] / strength : start[u]);
    }
    for (std::size_t v = 0; v < n; ++v) next[v] += (1 - damping) * start[v];
    rank = next;
  }
  return rank;
}

/// Core numbers: for each k, nodes with fewer than k remaining neighbours are removed until there
/// are none.
inline std::vector<std::uint32_t> slow_core_numbers(const Csr& graph) {
  std::vector<std::uint32_t> core(graph.size());
  for (std::uint32_t k = 1; k <= graph.size(); ++k) {
    std::vector<bool> in(graph.size(), true);
    for (bool changed = true; changed;) {
      changed = false;
      for (Vertex v = 0; v < graph.size(); ++v) {
        const auto left = std::ranges::count_if(graph.row(v), [&](Vertex u) { return in[u]; });
        if (!in[v] || static_cast<std::uint32_t>(left) >= k) continue;
        in[v] = false;
        changed = true;
      }
    }
    for (Vertex v = 0; v < graph.size(); ++v)
      if (in[v]) core[v] = k;
  }
  return core;
}

/// For each node the smallest node of its component, in the graph without the node `without`.
inline std::vector<Vertex> slow_components(const Csr& graph, Vertex without = ~Vertex{0}) {
  std::vector<Vertex> label(graph.size());
  std::iota(label.begin(), label.end(), 0U);
  for (Vertex pass = 0; pass < graph.size(); ++pass)
    for (Vertex v = 0; v < graph.size(); ++v)
      for (const Vertex u : graph.row(v))
        if (u != without && v != without) label[v] = std::min(label[v], label[u]);
  return label;
}

inline std::size_t slow_component_count(const Csr& graph, Vertex without = ~Vertex{0}) {
  const std::vector<Vertex> label = slow_components(graph, without);
  std::size_t count = 0;
  for (Vertex v = 0; v < graph.size(); ++v) count += label[v] == v && v != without ? 1 : 0;
  return count;
}

/// reaches[v][u]: a path leads from v to u. Warshall.
inline std::vector<std::vector<bool>> slow_reach(const Csr& graph) {
  const Vertex n = graph.size();
  std::vector<std::vector<bool>> reaches(n, std::vector<bool>(n));
  for (Vertex v = 0; v < n; ++v) {
    reaches[v][v] = true;
    for (const Vertex u : graph.row(v)) reaches[v][u] = true;
  }
  for (Vertex k = 0; k < n; ++k)
    for (Vertex i = 0; i < n; ++i)
      for (Vertex j = 0; j < n; ++j)
        if (reaches[i][k] && reaches[k][j]) reaches[i][j] = true;
  return reaches;
}

/// Modularity by its definition: a sum over all pairs of nodes in the same community.
inline double slow_modularity(const Csr& graph, const std::vector<Vertex>& community,
                              double resolution = 1) {
  const Matrix arc = matrix_of(graph);
  std::vector<double> strength;
  for (const auto& row : arc) strength.push_back(std::accumulate(row.begin(), row.end(), 0.0));
  const double total = std::accumulate(strength.begin(), strength.end(), 0.0);
  double sum = 0;
  for (std::size_t v = 0; v < arc.size(); ++v)
    for (std::size_t u = 0; u < arc.size(); ++u)
      if (community[v] == community[u])
        sum += arc[v][u] - resolution * strength[v] * strength[u] / total;
  return total > 0 ? sum / total : 0;
}

/// Calls visit(graph) for every graph of 1 to `most` nodes, each edge set once.
template <typename Visit>
void for_all_graphs(Vertex most, bool directed, Visit visit) {
  for (Vertex size = 1; size <= most; ++size) {
    std::vector<Arc> all;
    for (Vertex v = 0; v < size; ++v)
      for (Vertex u = directed ? 0 : v + 1; u < size; ++u)
        if (u != v) all.push_back({v, u, 1});
    for (std::uint32_t set = 0; set < 1U << all.size(); ++set) {
      std::vector<Arc> arcs;
      for (std::size_t i = 0; i < all.size(); ++i)
        if ((set >> i & 1U) != 0) arcs.push_back(all[i]);
      visit(directed ? make_csr(size, arcs, Weighted::no)
                     : make_undirected_csr(size, arcs, Weighted::no));
    }
  }
}

enum class Shape : std::uint8_t { sparse, dense, hubs, trees };

/// Random arcs for a seed, with loops and parallel arcs, and usually several components. Weights
/// are small integers, so that paths of equal length are exactly equal.
inline std::vector<Arc> random_arcs(Vertex size, Shape shape, std::uint64_t seed) {
  Random random(seed);
  const std::size_t count =
      shape == Shape::dense ? std::size_t{size} * 5 : std::size_t{size} * 3 / 2;
  std::vector<Arc> arcs;
  for (std::size_t i = 0; i < count; ++i) {
    Vertex from = random.below(size);
    Vertex to = random.below(size);
    if (shape == Shape::hubs) from = random.below(3);
    if (shape == Shape::trees) to = random.below(std::max(1U, from));
    const double weight = 1 << random.below(3);
    arcs.push_back({from, to, weight});
    if (random.below(10) == 0) arcs.push_back(arcs.back());
  }
  return arcs;
}

/// Calls visit(graph) for random graphs of all shapes and several sizes.
template <typename Visit>
void for_random_graphs(bool directed, Weighted weighted, Visit visit) {
  for (const Shape shape : {Shape::sparse, Shape::dense, Shape::hubs, Shape::trees})
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      const auto size = static_cast<Vertex>(5 + seed * 12);
      const std::vector<Arc> arcs =
          random_arcs(size, shape, seed * 77 + static_cast<std::uint64_t>(shape));
      visit(directed ? make_csr(size, arcs, weighted) : make_undirected_csr(size, arcs, weighted));
    }
}

}  // namespace oscegraph::testing
