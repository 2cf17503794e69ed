// SPDX-License-Identifier: Apache-2.0
//
// Moves the nodes in batches, which are numbered 1, 2, ... through all passes. While a batch is
// evaluated, the neighbours of the nodes that moved in the previous batch are stamped with the
// number of that batch. This runs in parallel: workers may write the same stamp to the same place.
// The next pass takes the nodes whose stamp is not older than their last evaluation.
#include "oscegraph/queries/kernels/communities/local_moving.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <span>

#include "oscegraph/queries/kernels/random.hpp"

namespace oscegraph {
namespace {

constexpr Vertex stays = ~Vertex{0};
constexpr std::size_t most_passes = 100;
/// The least gain of a move. Without it, rounding errors could cause moves for ever.
constexpr double least_gain = 1e-10;

struct Choice {
  Vertex to = stays;
  double found = 0;  ///< weight to the new community less weight to the old one
};

/// Scratch memory of one worker: the sum of weights to each community (all zeros between uses), and
/// the list of communities with a sum above 0.
struct Sums {
  std::vector<double> weight;
  std::vector<Vertex> met;  ///< one element longer than the number of communities
  std::size_t met_count = 0;

  /// Has no branch: a branch on whether the community was met before would be hard to predict.
  void add(Vertex community, double more) {
    double& sum = weight[community];
    met[met_count] = community;
    met_count += sum == 0 ? 1 : 0;
    sum += more;
  }
  [[nodiscard]] std::span<const Vertex> all_met() const { return std::span(met).first(met_count); }
  void reset() {
    for (const Vertex community : all_met()) weight[community] = 0;
    met_count = 0;
  }
  void make_room(std::size_t communities) {
    if (weight.size() >= communities) return;
    weight.resize(communities);
    met.resize(communities + 1);
  }
};

template <typename Model>
class Mover {
 public:
  using Mass = typename Model::Mass;

  Mover(const CommunityLevel<Model>& level, const Model& model, std::vector<Vertex>& community,
        Workers& workers)
      : level_(level),
        model_(model),
        community_(community),
        workers_(workers),
        mass_(community.size()),
        members_(community.size()),
        stamp_(community.size()),
        evaluated_(community.size()),
        sums_(workers.count()) {
    for (Vertex v = 0; v < community.size(); ++v) {
      mass_[community[v]] += level.mass[v];
      ++members_[community[v]];
    }
  }

  bool run(std::vector<Vertex> order);

 private:
  void pass(const std::vector<Vertex>& list);
  void evaluate(std::span<const Vertex> batch);
  [[nodiscard]] Choice choose(Vertex v, Sums& sums) const;
  void stamp_neighbors(std::span<const Vertex> movers);
  void apply(std::span<const Vertex> batch);

  const CommunityLevel<Model>& level_;
  const Model& model_;
  std::vector<Vertex>& community_;
  Workers& workers_;
  std::vector<Mass> mass_;                ///< by community
  std::vector<std::uint32_t> members_;    ///< by community
  std::vector<std::uint32_t> stamp_;      ///< by node: the last batch that moved a neighbour
  std::vector<std::uint32_t> evaluated_;  ///< by node: the last batch that contained it
  std::vector<Sums> sums_;
  std::vector<Choice> choices_;
  std::vector<Vertex> movers_;  ///< nodes that moved in the last batch
  std::uint32_t batch_ = 0;
  std::size_t moved_ = 0;
};

template <typename Model>
Choice Mover<Model>::choose(Vertex v, Sums& sums) const {
  const Csr& graph = level_.graph;
  const Vertex own = community_[v];
  const std::uint32_t end = graph.begin[v + 1];
  if (graph.weighted())
    for (std::uint32_t i = graph.begin[v]; i < end; ++i)
      sums.add(community_[graph.to[i]], graph.weight[i]);
  else
    for (std::uint32_t i = graph.begin[v]; i < end; ++i) sums.add(community_[graph.to[i]], 1);
  const Mass& mass = level_.mass[v];
  Choice best;
  double most = sums.weight[own] - model_.expected(mass, mass_[own] - mass) + least_gain;
  for (const Vertex c : sums.all_met()) {
    if (c == own) continue;
    const double value = sums.weight[c] - model_.expected(mass, mass_[c]);
    if (value <= most) continue;
    most = value;
    best = {c, sums.weight[c] - sums.weight[own]};
  }
  sums.reset();
  return best;
}

template <typename Model>
void Mover<Model>::stamp_neighbors(std::span<const Vertex> movers) {
  for (const Vertex v : movers)
    for (const Vertex u : level_.graph.row(v))
      if (community_[u] != community_[v])
        std::atomic_ref(stamp_[u]).store(batch_, std::memory_order_relaxed);
}

/// Stamps the neighbours of nodes that moved in the previous batch, and chooses the moves of this
/// one.
template <typename Model>
void Mover<Model>::evaluate(std::span<const Vertex> batch) {
  constexpr std::size_t grain = 64;
  const std::size_t stamps = (movers_.size() + grain - 1) / grain * grain;
  choices_.resize(batch.size());
  const auto prepare = [&](unsigned worker) { sums_[worker].make_room(community_.size()); };
  workers_.pieces(stamps + batch.size(), grain, prepare,
                  [&](std::size_t first, std::size_t last, unsigned worker) {
                    if (first < stamps) {
                      stamp_neighbors(std::span(movers_).subspan(
                          first, std::min(grain, movers_.size() - first)));
                      return;
                    }
                    Sums& sums = sums_[worker];
                    for (std::size_t i = first - stamps; i < last - stamps; ++i) {
                      choices_[i] = choose(batch[i], sums);
                      evaluated_[batch[i]] = batch_ + 1;
                    }
                  });
  ++batch_;
}

/// Makes the chosen moves that still gain. No node moves to a community that has become empty in
/// this batch: two neighbours would only swap their communities.
template <typename Model>
void Mover<Model>::apply(std::span<const Vertex> batch) {
  movers_.clear();
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Choice& choice = choices_[i];
    if (choice.to == stays || members_[choice.to] == 0) continue;
    const Vertex v = batch[i];
    const Vertex from = community_[v];
    const Mass& mass = level_.mass[v];
    const double gain = choice.found - model_.expected(mass, mass_[choice.to]) +
                        model_.expected(mass, mass_[from] - mass);
    if (gain <= least_gain) continue;
    mass_[from] -= mass;
    mass_[choice.to] += mass;
    --members_[from];
    ++members_[choice.to];
    community_[v] = choice.to;
    movers_.push_back(v);
  }
  moved_ += movers_.size();
}

template <typename Model>
void Mover<Model>::pass(const std::vector<Vertex>& list) {
  const std::size_t batch_size = std::clamp<std::size_t>(community_.size() / 64, 1, 2048);
  for (std::size_t first = 0; first < list.size(); first += batch_size) {
    const auto batch = std::span(list).subspan(first, std::min(batch_size, list.size() - first));
    evaluate(batch);
    apply(batch);
  }
  workers_.pieces(movers_.size(), 64, [&](std::size_t first, std::size_t last, unsigned) {
    stamp_neighbors(std::span(movers_).subspan(first, last - first));
  });
  movers_.clear();
}

template <typename Model>
bool Mover<Model>::run(std::vector<Vertex> order) {
  std::vector<Vertex> list = order;
  bool any = false;
  // Stop when less than a thousandth of the nodes is left: a pass for so few gains too little.
  const std::size_t enough = order.size() / 1000;
  for (std::size_t i = 0; i < most_passes && !list.empty() && list.size() >= enough; ++i) {
    moved_ = 0;
    pass(list);
    if (moved_ == 0) break;
    any = true;
    list.clear();
    for (const Vertex v : order)
      if (stamp_[v] >= evaluated_[v]) list.push_back(v);
  }
  return any;
}

}  // namespace

template <typename Model>
bool move_nodes(const CommunityLevel<Model>& level, const Model& model, std::uint64_t seed,
                std::vector<Vertex>& community, Workers& workers) {
  std::vector<Vertex> order(community.size());
  std::iota(order.begin(), order.end(), 0U);
  if (seed != 0) Random(seed).shuffle(order);
  return Mover<Model>(level, model, community, workers).run(std::move(order));
}

template bool move_nodes(const CommunityLevel<OneModeModel>&, const OneModeModel&, std::uint64_t,
                         std::vector<Vertex>&, Workers&);
template bool move_nodes(const CommunityLevel<TwoModeModel>&, const TwoModeModel&, std::uint64_t,
                         std::vector<Vertex>&, Workers&);

}  // namespace oscegraph
