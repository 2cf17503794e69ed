// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/communities/community_level.hpp"

#include <numeric>

namespace oscegraph {
namespace {

constexpr Vertex unnumbered = ~Vertex{0};

/// The nodes sorted by community: community c has node[begin[c]] .. node[begin[c + 1] - 1].
struct Members {
  std::vector<std::uint32_t> begin;
  std::vector<Vertex> node;
};

Members members_of(const Partition& partition) {
  Members members;
  members.begin.resize(std::size_t{partition.count} + 1);
  for (const Vertex c : partition.of) ++members.begin[c];
  std::exclusive_scan(members.begin.begin(), members.begin.end(), members.begin.begin(), 0U);
  members.node.resize(partition.of.size());
  std::vector<std::uint32_t> next(members.begin);
  for (Vertex v = 0; v < partition.of.size(); ++v) members.node[next[partition.of[v]]++] = v;
  return members;
}

/// Rows of some consecutive communities.
struct RowsOfPiece {
  std::vector<std::uint32_t> degree;
  std::vector<Vertex> to;
  std::vector<double> weight;
};

/// Scratch memory of one worker: the sum of weights by community. All zeros between uses.
struct Sums {
  std::vector<double> weight;
  std::vector<Vertex> met;
};

template <typename Model>
void add_row(const CommunityLevel<Model>& level, const Partition& partition, const Members& members,
             Vertex community, Sums& sums, RowsOfPiece& rows, CommunityLevel<Model>& result) {
  typename Model::Mass mass{};
  double inner = 0;
  for (std::uint32_t i = members.begin[community]; i < members.begin[community + 1]; ++i) {
    const Vertex v = members.node[i];
    mass += level.mass[v];
    if (!level.inner.empty()) inner += level.inner[v];
    for (std::uint32_t j = level.graph.begin[v]; j < level.graph.begin[v + 1]; ++j) {
      const Vertex other = partition.of[level.graph.to[j]];
      if (other == community) {
        inner += level.graph.weight_of(j);
        continue;
      }
      if (sums.weight[other] == 0) sums.met.push_back(other);
      sums.weight[other] += level.graph.weight_of(j);
    }
  }
  result.mass[community] = mass;
  result.inner[community] = inner;
  rows.degree.push_back(static_cast<std::uint32_t>(sums.met.size()));
  for (const Vertex other : sums.met) {
    rows.to.push_back(other);
    rows.weight.push_back(sums.weight[other]);
    sums.weight[other] = 0;
  }
  sums.met.clear();
}

}  // namespace

Partition compacted(const std::vector<Vertex>& labels) {
  Partition partition;
  partition.of.resize(labels.size());
  std::vector<Vertex> number(labels.size(), unnumbered);
  for (std::size_t v = 0; v < labels.size(); ++v) {
    if (number[labels[v]] == unnumbered) number[labels[v]] = partition.count++;
    partition.of[v] = number[labels[v]];
  }
  return partition;
}

Partition singletons(Vertex size) {
  Partition partition{std::vector<Vertex>(size), size};
  std::iota(partition.of.begin(), partition.of.end(), 0U);
  return partition;
}

Partition composed(const Partition& fine, const Partition& coarse) {
  Partition result{std::vector<Vertex>(fine.of.size()), coarse.count};
  for (std::size_t v = 0; v < fine.of.size(); ++v) result.of[v] = coarse.of[fine.of[v]];
  return result;
}

double total_strength(const Csr& graph) {
  if (!graph.weighted()) return static_cast<double>(graph.arc_count());
  return std::accumulate(graph.weight.begin(), graph.weight.end(), 0.0);
}

template <typename Model>
CommunityLevel<Model> lowest_level(Csr graph, const std::vector<std::uint8_t>& side) {
  CommunityLevel<Model> level;
  level.graph = std::move(graph);
  level.mass.reserve(level.graph.size());
  for (Vertex v = 0; v < level.graph.size(); ++v) {
    double strength = level.graph.weighted() ? 0 : level.graph.degree(v);
    if (level.graph.weighted())
      for (std::uint32_t i = level.graph.begin[v]; i < level.graph.begin[v + 1]; ++i)
        strength += level.graph.weight[i];
    level.mass.push_back(Model::mass(strength, side.empty() ? std::uint8_t{0} : side[v]));
  }
  return level;
}

template <typename Model>
CommunityLevel<Model> next_level(const CommunityLevel<Model>& level, const Partition& partition,
                                 Workers& workers) {
  CommunityLevel<Model> result;
  result.inner.resize(partition.count);
  result.mass.resize(partition.count);
  const Members members = members_of(partition);
  const std::size_t grain = partition.count / 256 + 1;
  std::vector<RowsOfPiece> pieces((partition.count + grain - 1) / grain);
  std::vector<Sums> sums(workers.count());
  const auto prepare = [&](unsigned worker) { sums[worker].weight.resize(partition.count); };
  workers.pieces(
      partition.count, grain, prepare, [&](std::size_t first, std::size_t last, unsigned worker) {
        for (auto c = static_cast<Vertex>(first); c < last; ++c)
          add_row(level, partition, members, c, sums[worker], pieces[first / grain], result);
      });
  std::size_t arcs = 0;
  for (const RowsOfPiece& piece : pieces) arcs += piece.to.size();
  result.graph.to.reserve(arcs);
  result.graph.weight.reserve(arcs);
  for (const RowsOfPiece& piece : pieces) {
    for (const std::uint32_t degree : piece.degree)
      result.graph.begin.push_back(result.graph.begin.back() + degree);
    result.graph.to.insert(result.graph.to.end(), piece.to.begin(), piece.to.end());
    result.graph.weight.insert(result.graph.weight.end(), piece.weight.begin(), piece.weight.end());
  }
  return result;
}

template <typename Model>
double modularity(const CommunityLevel<Model>& level, const Partition& partition,
                  const Model& model, double total) {
  if (total == 0) return 0;
  std::vector<double> inside(partition.count);
  std::vector<typename Model::Mass> mass(partition.count);
  for (Vertex v = 0; v < level.graph.size(); ++v) {
    const Vertex c = partition.of[v];
    mass[c] += level.mass[v];
    if (!level.inner.empty()) inside[c] += level.inner[v];
    for (std::uint32_t i = level.graph.begin[v]; i < level.graph.begin[v + 1]; ++i)
      if (partition.of[level.graph.to[i]] == c) inside[c] += level.graph.weight_of(i);
  }
  double sum = 0;
  for (Vertex c = 0; c < partition.count; ++c) sum += inside[c] - model.expected_within(mass[c]);
  return sum / total;
}

template CommunityLevel<OneModeModel> lowest_level(Csr, const std::vector<std::uint8_t>&);
template CommunityLevel<TwoModeModel> lowest_level(Csr, const std::vector<std::uint8_t>&);
template CommunityLevel<OneModeModel> next_level(const CommunityLevel<OneModeModel>&,
                                                 const Partition&, Workers&);
template CommunityLevel<TwoModeModel> next_level(const CommunityLevel<TwoModeModel>&,
                                                 const Partition&, Workers&);
template double modularity(const CommunityLevel<OneModeModel>&, const Partition&,
                           const OneModeModel&, double);
template double modularity(const CommunityLevel<TwoModeModel>&, const Partition&,
                           const TwoModeModel&, double);

}  // namespace oscegraph
