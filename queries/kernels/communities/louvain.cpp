// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/communities/louvain.hpp"

#include "oscegraph/queries/kernels/communities/local_moving.hpp"
#include "oscegraph/queries/kernels/communities/refinement.hpp"

namespace oscegraph {
namespace {

/// A different seed for each level; 0 (nodes in order of number) stays 0.
std::uint64_t seed_of(std::uint64_t seed, std::size_t level) {
  return seed == 0 ? 0 : seed + level * 0x9e3779b9U;
}

template <typename Model>
Communities run_louvain(const Csr& graph, const CommunityOptions& options, Workers& workers) {
  const double total = total_strength(graph);
  const Model model(total, options.resolution);
  Communities result;
  result.partition = singletons(graph.size());
  auto level = lowest_level<Model>(graph, options.side);
  while (true) {
    std::vector<Vertex> community = singletons(level.graph.size()).of;
    if (!move_nodes(level, model, seed_of(options.seed, result.levels), community, workers)) break;
    const Partition partition = compacted(community);
    result.partition = composed(result.partition, partition);
    ++result.levels;
    const bool merged = partition.count < level.graph.size();
    level = next_level(level, partition, workers);
    if (!merged) break;
  }
  result.partition = compacted(result.partition.of);
  result.modularity = modularity(level, singletons(level.graph.size()), model, total);
  return result;
}

/// One round of Leiden, which starts from the partition in `result` and improves it.
template <typename Model>
void leiden_round(const CommunityLevel<Model>& lowest, const Model& model, std::uint64_t seed,
                  Communities& result, Workers& workers) {
  CommunityLevel<Model> coarse;
  const CommunityLevel<Model>* level = &lowest;
  Partition nodes = singletons(lowest.graph.size());  // by node of the graph: its node in the level
  std::vector<Vertex> community = result.partition.of;
  while (true) {
    move_nodes(*level, model, seed_of(seed, result.levels), community, workers);
    ++result.levels;
    const Partition partition = compacted(community);
    result.partition = composed(nodes, partition);
    if (partition.count == level->graph.size()) return;
    const Partition parts = refined(*level, model, partition, workers);
    // Each part starts in the community that contains it; the label is the number of its first
    // part.
    std::vector<Vertex> name(partition.count, ~Vertex{0});
    std::vector<Vertex> next(parts.count);
    for (Vertex v = 0; v < partition.of.size(); ++v) {
      Vertex& label = name[partition.of[v]];
      if (label == ~Vertex{0}) label = parts.of[v];
      next[parts.of[v]] = label;
    }
    const bool merged = parts.count < level->graph.size();
    nodes = composed(nodes, parts);
    coarse = next_level(*level, parts, workers);
    level = &coarse;
    community = std::move(next);
    if (merged) continue;
    // Refinement merges no nodes, but there are communities of several nodes. Split them into the
    // level's nodes, so that every community is well connected.
    result.partition = nodes;
    return;
  }
}

template <typename Model>
Communities run_leiden(const Csr& graph, const CommunityOptions& options, Workers& workers) {
  const double total = total_strength(graph);
  const Model model(total, options.resolution);
  const auto lowest = lowest_level<Model>(graph, options.side);
  Communities best;
  best.partition = singletons(graph.size());
  best.modularity = modularity(lowest, best.partition, model, total);
  for (std::size_t round = 0; round < options.rounds; ++round) {
    Communities next = best;
    leiden_round(lowest, model, options.seed, next, workers);
    next.modularity = modularity(lowest, next.partition, model, total);
    const bool better = next.modularity > best.modularity + 1e-9;
    best.levels = next.levels;
    if (!better) break;
    best = std::move(next);
  }
  best.partition = compacted(best.partition.of);
  return best;
}

}  // namespace

Communities louvain(const Csr& graph, const CommunityOptions& options, Workers& workers) {
  return options.side.empty() ? run_louvain<OneModeModel>(graph, options, workers)
                              : run_louvain<TwoModeModel>(graph, options, workers);
}

Communities leiden(const Csr& graph, const CommunityOptions& options, Workers& workers) {
  return options.side.empty() ? run_leiden<OneModeModel>(graph, options, workers)
                              : run_leiden<TwoModeModel>(graph, options, workers);
}

double modularity_of(const Csr& graph, const Partition& partition,
                     const CommunityOptions& options) {
  const double total = total_strength(graph);
  if (options.side.empty())
    return modularity(lowest_level<OneModeModel>(graph, {}), partition,
                      OneModeModel(total, options.resolution), total);
  return modularity(lowest_level<TwoModeModel>(graph, options.side), partition,
                    TwoModeModel(total, options.resolution), total);
}

}  // namespace oscegraph
