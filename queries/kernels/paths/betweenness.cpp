// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/paths/betweenness.hpp"

#include <numeric>
#include <optional>

#include "oscegraph/queries/kernels/ordered_sums.hpp"
#include "oscegraph/queries/kernels/paths/lane_batch.hpp"
#include "oscegraph/queries/kernels/structure/components.hpp"
#include "oscegraph/queries/kernels/structure/twins.hpp"

namespace oscegraph {
namespace {

/// Betweenness by node of the lane graph: the sum over all nodes as sources.
std::vector<double> all_sources(const LaneGraph& graph, Workers& workers, Simd simd) {
  const Vertex size = graph.out->size();
  std::vector<Vertex> sources(size);
  std::iota(sources.begin(), sources.end(), 0U);
  std::vector<double> total(size);
  std::vector<std::optional<LaneBatch>> batches(workers.count());
  SharedProgress progress(workers.context().report, size);
  add_in_order<1>(
      workers, size, simd::lanes, {&total},
      [&](unsigned worker) { batches[worker].emplace(graph, simd, workers.context()); },
      [&](std::size_t first, std::size_t last, unsigned worker, auto& sums) {
        batches[worker]->run(std::span(sources).subspan(first, last - first), sums[0]);
        progress.add(last - first, worker);
      });
  return total;
}

/// A graph after its hanging trees are folded into their roots.
struct Folded {
  std::vector<double> weight;  ///< 1 + nodes folded into the node; by node of the whole graph
  /// betweenness from ordered pairs with an end in the node's tree
  std::vector<double> tree_betweenness;
  std::vector<Vertex> remaining;  ///< the nodes that are not folded, in order
};

/// For each node the number of nodes in its component.
std::vector<double> component_sizes(const Csr& graph, Workers& workers) {
  const std::vector<Vertex> label = components(graph, workers.context());
  std::vector<double> size_of(graph.size());
  for (const Vertex root : label) ++size_of[root];
  std::vector<double> sizes(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) sizes[v] = size_of[label[v]];
  return sizes;
}

Folded fold_trees(const Csr& graph, Workers& workers) {
  const std::vector<double> component = component_sizes(graph, workers);
  Folded folded;
  folded.weight.assign(graph.size(), 1);
  folded.tree_betweenness.resize(graph.size());
  std::vector<std::uint32_t> degree(graph.size());
  std::vector<bool> gone(graph.size());
  std::vector<Vertex> leaves;
  for (Vertex v = 0; v < graph.size(); ++v)
    if ((degree[v] = graph.degree(v)) == 1) leaves.push_back(v);
  while (!leaves.empty()) {
    const Vertex leaf = leaves.back();
    leaves.pop_back();
    if (degree[leaf] != 1) continue;  // the last node of a tree: its neighbour was folded into it
    Vertex root = leaf;
    for (const Vertex u : graph.row(leaf))
      if (!gone[u]) root = u;
    gone[leaf] = true;
    const double branch = folded.weight[leaf];
    folded.weight[root] += branch;
    // paths out of the branch
    folded.tree_betweenness[root] += branch * (component[leaf] - 1 - branch);
    if (--degree[root] == 1) leaves.push_back(root);
  }
  for (Vertex v = 0; v < graph.size(); ++v) {
    const double below = folded.weight[v] - 1;
    // paths from elsewhere into branches
    folded.tree_betweenness[v] += (component[v] - 1 - below) * below;
    if (!gone[v]) folded.remaining.push_back(v);
  }
  return folded;
}

Csr induced(const Csr& graph, const std::vector<Vertex>& nodes) {
  constexpr Vertex nowhere = ~Vertex{0};
  std::vector<Vertex> place(graph.size(), nowhere);
  for (Vertex i = 0; i < nodes.size(); ++i) place[nodes[i]] = i;
  Csr result;
  for (const Vertex v : nodes) {
    for (const Vertex u : graph.row(v))
      if (place[u] != nowhere) result.to.push_back(place[u]);
    result.begin.push_back(static_cast<std::uint32_t>(result.to.size()));
  }
  return result;
}

/// Adds the paths between twins: all their shortest paths have two steps, one path through each
/// common neighbour. So the ordered pairs of each class are shared equally among the class's
/// neighbours.
void add_paths_between_twins(const Csr& core, const Twins& twins, const std::vector<double>& weight,
                             const std::vector<double>& class_weight, std::vector<double>& result) {
  std::vector<double> squares(twins.members.size());
  for (Vertex v = 0; v < core.size(); ++v) squares[twins.class_of[v]] += weight[v] * weight[v];
  std::vector<bool> seen(twins.members.size());
  for (Vertex v = 0; v < core.size(); ++v) {
    const Vertex c = twins.class_of[v];
    if (twins.members[c] == 1 || seen[c]) continue;
    seen[c] = true;
    const double pairs = class_weight[c] * class_weight[c] - squares[c];
    for (const Vertex u : core.row(v)) result[u] += pairs / core.degree(v);
  }
}

}  // namespace

std::vector<double> undirected_betweenness(const Csr& graph, Workers& workers, Simd simd) {
  const Folded folded = fold_trees(graph, workers);
  const Csr core = induced(graph, folded.remaining);
  const Twins twins = merge_twins(core, workers.context());
  std::vector<double> weight(core.size());
  std::vector<double> class_weight(twins.members.size());
  for (Vertex v = 0; v < core.size(); ++v) {
    weight[v] = folded.weight[folded.remaining[v]];
    class_weight[twins.class_of[v]] += weight[v];
  }

  const std::vector<Vertex> order = by_falling_degree(twins.graph);
  const Csr lanes = reordered(twins.graph, order, workers.context());
  LaneGraph lane_graph{&lanes, &lanes, {}, {}};
  for (const Vertex c : order) {
    lane_graph.members.push_back(twins.members[c]);
    lane_graph.targets.push_back(class_weight[c]);
  }
  const std::vector<double> by_place = all_sources(lane_graph, workers, simd);

  const std::vector<Vertex> place = inverse_of(order);
  std::vector<double> of_core(core.size());
  for (Vertex v = 0; v < core.size(); ++v) of_core[v] = by_place[place[twins.class_of[v]]];
  add_paths_between_twins(core, twins, weight, class_weight, of_core);
  std::vector<double> result = folded.tree_betweenness;
  for (Vertex v = 0; v < core.size(); ++v) result[folded.remaining[v]] += of_core[v];
  return result;
}

std::vector<double> directed_betweenness(const Csr& out, const Csr& in, Workers& workers,
                                         Simd simd) {
  const std::vector<Vertex> order = by_falling_degree(out);
  const Csr lane_out = reordered(out, order, workers.context());
  const Csr lane_in = reordered(in, order, workers.context());
  const std::vector<double> by_place = all_sources({&lane_out, &lane_in, {}, {}}, workers, simd);
  std::vector<double> result(out.size());
  for (Vertex i = 0; i < out.size(); ++i) result[order[i]] = by_place[i];
  return result;
}

}  // namespace oscegraph
