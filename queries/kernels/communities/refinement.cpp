// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/communities/refinement.hpp"

#include <numeric>

namespace oscegraph {
namespace {

/// Scratch memory of one worker: weights from a node to the parts around it. All zeros between
/// uses.
struct Sums {
  std::vector<double> weight;
  std::vector<Vertex> met;
};

template <typename Model>
class Refiner {
 public:
  using Mass = typename Model::Mass;

  Refiner(const CommunityLevel<Model>& level, const Model& model, const Partition& partition)
      : level_(level),
        model_(model),
        partition_(partition),
        part_(partition.of.size()),
        mass_(level.mass),
        outward_(partition.of.size()),
        alone_(partition.of.size(), 1),
        community_mass_(partition.count) {
    std::iota(part_.begin(), part_.end(), 0U);
    for (Vertex v = 0; v < part_.size(); ++v) community_mass_[partition.of[v]] += level.mass[v];
  }

  /// Refines one community, whose nodes are [first, last). No other call for the same community may
  /// run at the same time.
  void refine(Vertex community, const Vertex* first, const Vertex* last, Sums& sums,
              const Context& context) {
    PeriodicCheck check(context);
    for (const Vertex* v = first; v != last; ++v) {
      check.count();
      outward_[*v] = weight_inside(*v);
    }
    for (const Vertex* v = first; v != last; ++v) {
      check.count();
      if (alone_[*v] != 0 && well_connected(*v, community)) join_best(*v, community, sums);
    }
  }

  [[nodiscard]] const std::vector<Vertex>& parts() const { return part_; }

 private:
  /// The weight from the node to other nodes of its community.
  [[nodiscard]] double weight_inside(Vertex v) const {
    double sum = 0;
    const Vertex own = partition_.of[v];
    for (std::uint32_t i = level_.graph.begin[v]; i < level_.graph.begin[v + 1]; ++i)
      sum += partition_.of[level_.graph.to[i]] == own ? level_.graph.weight_of(i) : 0;
    return sum;
  }

  [[nodiscard]] bool well_connected(Vertex part, Vertex community) const {
    return outward_[part] >=
           model_.expected(mass_[part], community_mass_[community] - mass_[part]) - 1e-9;
  }

  void join_best(Vertex v, Vertex community, Sums& sums) {
    for (std::uint32_t i = level_.graph.begin[v]; i < level_.graph.begin[v + 1]; ++i) {
      const Vertex u = level_.graph.to[i];
      if (partition_.of[u] != community) continue;
      if (sums.weight[part_[u]] == 0) sums.met.push_back(part_[u]);
      sums.weight[part_[u]] += level_.graph.weight_of(i);
    }
    Vertex best = v;
    double most = 0;
    for (const Vertex part : sums.met) {
      const double gain = sums.weight[part] - model_.expected(level_.mass[v], mass_[part]);
      if (gain <= most || !well_connected(part, community)) continue;
      most = gain;
      best = part;
    }
    if (best != v) {
      outward_[best] += outward_[v] - 2 * sums.weight[best];
      mass_[best] += level_.mass[v];
      alone_[best] = 0;
      alone_[v] = 0;
      part_[v] = best;
    }
    for (const Vertex part : sums.met) sums.weight[part] = 0;
    sums.met.clear();
  }

  const CommunityLevel<Model>& level_;
  const Model& model_;
  const Partition& partition_;
  std::vector<Vertex> part_;         ///< by node: its part, numbered by a node of the part
  std::vector<Mass> mass_;           ///< by part
  std::vector<double> outward_;      ///< by part: weight to the rest of its community
  std::vector<std::uint8_t> alone_;  ///< by node: whether it is the only node of its part
  std::vector<Mass> community_mass_;
};

}  // namespace

template <typename Model>
Partition refined(const CommunityLevel<Model>& level, const Model& model,
                  const Partition& partition, Workers& workers) {
  std::vector<std::uint32_t> begin(std::size_t{partition.count} + 1);
  for (const Vertex c : partition.of) ++begin[c];
  std::exclusive_scan(begin.begin(), begin.end(), begin.begin(), 0U);
  std::vector<Vertex> members(partition.of.size());
  std::vector<std::uint32_t> next(begin);
  for (Vertex v = 0; v < partition.of.size(); ++v) members[next[partition.of[v]]++] = v;

  Refiner<Model> refiner(level, model, partition);
  std::vector<Sums> sums(workers.count());
  const auto prepare = [&](unsigned worker) { sums[worker].weight.resize(partition.of.size()); };
  workers.pieces(partition.count, 1, prepare,
                 [&](std::size_t first, std::size_t last, unsigned worker) {
                   for (auto c = static_cast<Vertex>(first); c < last; ++c)
                     refiner.refine(c, members.data() + begin[c], members.data() + begin[c + 1],
                                    sums[worker], workers.context());
                 });
  return compacted(refiner.parts());
}

template Partition refined(const CommunityLevel<OneModeModel>&, const OneModeModel&,
                           const Partition&, Workers&);
template Partition refined(const CommunityLevel<TwoModeModel>&, const TwoModeModel&,
                           const Partition&, Workers&);

}  // namespace oscegraph
