// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/structure/triangles.hpp"

#include <limits>

namespace oscegraph {
namespace {

/// The arcs from nodes of lower to nodes of higher degree; nodes are numbered by falling degree.
Csr oriented(const Csr& graph, const std::vector<Vertex>& order) {
  const std::vector<Vertex> place = inverse_of(order);
  Csr result;
  result.to.reserve(graph.arc_count() / 2);
  for (Vertex i = 0; i < graph.size(); ++i) {
    for (const Vertex u : graph.row(order[i]))
      if (place[u] < i) result.to.push_back(place[u]);
    result.begin.push_back(static_cast<std::uint32_t>(result.to.size()));
  }
  return result;
}

}  // namespace

std::vector<std::uint64_t> triangles(const Csr& graph, Workers& workers) {
  const std::vector<Vertex> order = by_falling_degree(graph);
  const Csr up = oriented(graph, order);
  struct Counter {
    std::vector<std::uint64_t> count;
    std::vector<Vertex> mark;  ///< by node: 1 + the last node whose row contains it
  };
  std::vector<Counter> counters(workers.count());
  const auto prepare = [&](unsigned worker) {
    counters[worker] = {std::vector<std::uint64_t>(up.size()), std::vector<Vertex>(up.size())};
  };
  workers.pieces(up.size(), 256, prepare,
                 [&](std::size_t first, std::size_t last, unsigned worker) {
                   auto& [count, mark] = counters[worker];
                   PeriodicCheck check(workers.context());
                   for (auto a = static_cast<Vertex>(first); a < last; ++a) {
                     for (const Vertex b : up.row(a)) mark[b] = a + 1;
                     for (const Vertex b : up.row(a)) {
                       check.count(up.degree(b));
                       for (const Vertex c : up.row(b)) {
                         if (mark[c] != a + 1) continue;
                         ++count[a];
                         ++count[b];
                         ++count[c];
                       }
                     }
                   }
                 });
  std::vector<std::uint64_t> result(graph.size());
  for (const Counter& counter : counters)
    for (Vertex i = 0; i < counter.count.size(); ++i) result[order[i]] += counter.count[i];
  return result;
}

std::vector<double> local_clustering(const Csr& graph, Workers& workers) {
  const std::vector<std::uint64_t> count = triangles(graph, workers);
  std::vector<double> result(graph.size(), std::numeric_limits<double>::quiet_NaN());
  for (Vertex v = 0; v < graph.size(); ++v) {
    const double degree = graph.degree(v);
    if (degree >= 2) result[v] = 2 * static_cast<double>(count[v]) / (degree * (degree - 1));
  }
  return result;
}

}  // namespace oscegraph
