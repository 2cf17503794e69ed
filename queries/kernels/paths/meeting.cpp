// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/paths/meeting.hpp"

#include <algorithm>

namespace oscegraph {
namespace {

/// Sets result[v] = body(v) for all nodes, on all workers.
template <typename Body>
void for_nodes(std::vector<double>& result, Workers& workers, Body body) {
  workers.pieces(result.size(), nodes_per_piece,
                 [&](std::size_t first, std::size_t last, unsigned) {
                   for (std::size_t v = first; v < last; ++v)
                     result[v] = body(static_cast<Vertex>(v));
                 });
}

double sum_over(const Csr& graph, Vertex v, const std::vector<double>& values) {
  double sum = 0;
  for (const Vertex u : graph.row(v)) sum += values[u];
  return sum;
}

}  // namespace

Walk walk_from(const Csr& graph, Vertex source, std::size_t steps, Workers& workers) {
  Walk walk(steps + 1, std::vector<double>(graph.size()));
  walk[0][source] = 1;
  std::vector<double> handed(graph.size());  // by node: probability passed to each neighbour
  for (std::size_t t = 0; t < steps; ++t) {
    for_nodes(handed, workers,
              [&](Vertex v) { return graph.degree(v) == 0 ? 0 : walk[t][v] / graph.degree(v); });
    for_nodes(walk[t + 1], workers, [&](Vertex v) { return sum_over(graph, v, handed); });
  }
  return walk;
}

std::vector<double> meetings_with(const Csr& graph, const Walk& walk, Workers& workers) {
  std::vector<double> meetings = walk.back();
  std::vector<double> later(graph.size());
  for (std::size_t t = walk.size() - 1; t-- > 0;) {
    later.swap(meetings);
    for_nodes(meetings, workers, [&](Vertex v) {
      const std::uint32_t degree = graph.degree(v);
      return walk[t][v] + (degree == 0 ? 0 : meeting_fading * sum_over(graph, v, later) / degree);
    });
  }
  for (double& value : meetings) value *= 1 - meeting_fading;
  return meetings;
}

std::vector<Vertex> meeting_places(const Walk& a, const Walk& b, std::size_t most) {
  std::vector<double> weight(a.front().size());
  double fading = 1;
  for (std::size_t t = 1; t < std::min(a.size(), b.size()); ++t) {
    fading *= meeting_fading;
    for (std::size_t v = 0; v < weight.size(); ++v) weight[v] += fading * a[t][v] * b[t][v];
  }
  std::vector<Vertex> places;
  for (Vertex v = 0; v < weight.size(); ++v)
    if (weight[v] > 0) places.push_back(v);
  const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(most, places.size()));
  std::ranges::partial_sort(places, end, [&](Vertex x, Vertex y) {
    return weight[x] != weight[y] ? weight[x] > weight[y] : x < y;
  });
  places.erase(end, places.end());
  return places;
}

}  // namespace oscegraph
