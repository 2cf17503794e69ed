// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/path_sums.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <queue>

namespace oscegraph {
namespace {

constexpr double far = std::numeric_limits<double>::infinity();
constexpr std::size_t sources_per_piece = 16;

/// The memory of one worker.
class Search {
 public:
  Search(const Csr& graph, ScoreArcs score_arcs)
      : graph_(&graph),
        score_arcs_(score_arcs == ScoreArcs::yes) {
    distance_.assign(graph.size(), far);
    paths_.assign(graph.size(), 0);
    dependency_.assign(graph.size(), 0);
  }

  void run(Vertex source, PathSums& own, std::vector<double>& nodes, std::vector<double>& arcs);

 private:
  void breadth_first(Vertex source);
  void dijkstra(Vertex source);
  void accumulate(Vertex source, std::vector<double>& nodes, std::vector<double>& arcs);

  const Csr* graph_;
  bool score_arcs_;
  std::vector<double> distance_;
  std::vector<double> paths_;
  std::vector<double> dependency_;
  std::vector<Vertex> arrived_;  ///< in order of distance
};

void Search::breadth_first(Vertex source) {
  distance_[source] = 0;
  paths_[source] = 1;
  arrived_.push_back(source);
  for (std::size_t i = 0; i < arrived_.size(); ++i) {
    const Vertex v = arrived_[i];
    for (const Vertex u : graph_->row(v)) {
      if (distance_[u] == far) {
        distance_[u] = distance_[v] + 1;
        arrived_.push_back(u);
      }
      if (distance_[u] == distance_[v] + 1) paths_[u] += paths_[v];
    }
  }
}

void Search::dijkstra(Vertex source) {
  using Entry = std::pair<double, Vertex>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  distance_[source] = 0;
  paths_[source] = 1;
  queue.emplace(0, source);
  while (!queue.empty()) {
    const auto [distance, v] = queue.top();
    queue.pop();
    // An entry is stale when a shorter one, or its twin, came before.
    if (distance > distance_[v] || dependency_[v] < 0) continue;
    dependency_[v] = -1;  // arrived
    arrived_.push_back(v);
    for (std::uint32_t i = graph_->begin[v]; i < graph_->begin[v + 1]; ++i) {
      const Vertex u = graph_->to[i];
      const double through = distance + graph_->weight[i];
      if (through < distance_[u]) {
        distance_[u] = through;
        paths_[u] = 0;
        queue.emplace(through, u);
      }
      if (through == distance_[u]) paths_[u] += paths_[v];
    }
  }
  for (const Vertex v : arrived_) dependency_[v] = 0;
}

void Search::accumulate(Vertex source, std::vector<double>& nodes, std::vector<double>& arcs) {
  for (std::size_t i = arrived_.size(); i-- > 0;) {
    const Vertex v = arrived_[i];
    double dependency = 0;
    for (std::uint32_t j = graph_->begin[v]; j < graph_->begin[v + 1]; ++j) {
      const Vertex u = graph_->to[j];
      if (distance_[v] + graph_->weight_of(j) != distance_[u]) continue;
      const double share = paths_[v] / paths_[u] * (1 + dependency_[u]);
      dependency += share;
      if (score_arcs_) arcs[j] += share;
    }
    dependency_[v] = dependency;
    if (v != source) nodes[v] += dependency;
  }
}

void Search::run(Vertex source, PathSums& own, std::vector<double>& nodes,
                 std::vector<double>& arcs) {
  arrived_.clear();
  if (graph_->weighted()) dijkstra(source);
  else breadth_first(source);
  accumulate(source, nodes, arcs);
  double total = 0;
  double harmonic = 0;
  for (std::size_t i = 1; i < arrived_.size(); ++i) {
    total += distance_[arrived_[i]];
    harmonic += 1 / distance_[arrived_[i]];
  }
  own.reached[source] = static_cast<double>(arrived_.size() - 1);
  own.total[source] = total;
  own.harmonic[source] = harmonic;
  for (const Vertex v : arrived_) {
    distance_[v] = far;
    paths_[v] = 0;
    dependency_[v] = 0;
  }
}

}  // namespace

PathSums path_sums(const Csr& out, ScoreArcs score_arcs, Workers& workers, const Report& report) {
  const std::vector<double> zeros(out.size());
  const std::size_t arcs = score_arcs == ScoreArcs::yes ? out.arc_count() : 0;
  PathSums sums{zeros, std::vector<double>(arcs), zeros, zeros, zeros};
  struct Part {
    std::optional<Search> search;
    std::vector<double> nodes;
    std::vector<double> arcs;
  };
  std::vector<Part> parts(workers.count());
  OrderedSum node_sum(sums.betweenness, 2 * std::size_t{workers.count()});
  OrderedSum arc_sum(sums.arc_betweenness, 2 * std::size_t{workers.count()});
  std::atomic<std::uint64_t> done{0};
  workers.pieces(out.size(), sources_per_piece,
                 [&](std::size_t first, std::size_t last, unsigned worker) {
                   Part& part = parts[worker];
                   if (!part.search) {
                     part.search.emplace(out, score_arcs);
                     part.nodes = zeros;
                     part.arcs.resize(arcs);
                   }
                   for (auto s = static_cast<Vertex>(first); s < last; ++s)
                     part.search->run(s, sums, part.nodes, part.arcs);
                   part.nodes = node_sum.add(first / sources_per_piece, std::move(part.nodes));
                   part.arcs = arc_sum.add(first / sources_per_piece, std::move(part.arcs));
                   const std::uint64_t now = done.fetch_add(last - first) + (last - first);
                   if (worker == 0 && report) report(now, out.size());
                 });
  return sums;
}

Csr as_lengths(Csr graph) {
  for (double& weight : graph.weight) weight = 1 / weight;
  return graph;
}

}  // namespace oscegraph
