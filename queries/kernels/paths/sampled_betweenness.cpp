// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/paths/sampled_betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "oscegraph/queries/kernels/ordered_sums.hpp"
#include "oscegraph/queries/kernels/paths/betweenness.hpp"
#include "oscegraph/queries/kernels/paths/lane_batch.hpp"
#include "oscegraph/queries/kernels/random.hpp"

namespace oscegraph {
namespace {

/// Sums over the sources drawn so far, by node.
struct Moments {
  std::vector<double> sum;
  std::vector<double> squares;
  std::size_t count = 0;
};

/// Draws `more` sources from all nodes, and adds the results of their searches.
void draw(const LaneGraph& graph, std::size_t more, Random& random, Moments& moments,
          Workers& workers, Simd simd) {
  const Vertex size = graph.out->size();
  std::vector<Vertex> sources(more);
  for (Vertex& source : sources) source = random.below(size);
  std::vector<std::optional<LaneBatch>> batches(workers.count());
  add_in_order<2>(
      workers, more, simd::lanes, {&moments.sum, &moments.squares},
      [&](unsigned worker) { batches[worker].emplace(graph, simd, workers.context()); },
      [&](std::size_t first, std::size_t last, unsigned worker, auto& sums) {
        batches[worker]->run(std::span(sources).subspan(first, last - first), sums[0], &sums[1]);
      });
  moments.count += more;
}

/// The largest error bound of any node, on the normalised scale.
double widest_bound(const Moments& moments, double delta) {
  const auto nodes = static_cast<double>(moments.sum.size());
  const auto k = static_cast<double>(moments.count);
  const double logarithm = std::log(4 * nodes / delta);
  double widest = 0;
  for (std::size_t v = 0; v < moments.sum.size(); ++v) {
    const double range = nodes - 2;
    const double spread = moments.squares[v] - moments.sum[v] * moments.sum[v] / k;
    const double variance = std::max(0.0, spread) / (range * range) / (k - 1);
    widest = std::max(widest, std::sqrt(2 * variance * logarithm / k));
  }
  return (widest + 7 * logarithm / (3 * (k - 1))) * nodes / (nodes - 1);
}

}  // namespace

SampledBetweenness sampled_betweenness(const Csr& out, const Csr& in,
                                       const SamplingOptions& options, Workers& workers,
                                       Simd simd) {
  const Vertex size = out.size();
  const auto exact = [&] {
    return SampledBetweenness{&out == &in ? undirected_betweenness(out, workers, simd)
                                          : directed_betweenness(out, in, workers, simd),
                              size, 0};
  };
  // The number of sources that the bound needs even if all variances are 0.
  const double least =
      7 * std::log(8.0 * std::max(size, 3U) / options.delta) / (3 * options.epsilon) + 1;
  if (least >= size) return exact();

  const std::vector<Vertex> order = by_falling_degree(out);
  const Csr lane_out = reordered(out, order, workers.context());
  const Csr lane_in = &out == &in ? Csr{} : reordered(in, order, workers.context());
  const LaneGraph graph{&lane_out, &out == &in ? &lane_out : &lane_in, {}, {}};
  Moments moments{std::vector<double>(size), std::vector<double>(size), 0};
  Random random(options.seed);
  SampledBetweenness result;
  auto wanted = (static_cast<std::size_t>(least) / simd::lanes + 1) * simd::lanes;
  for (double round = 1;; ++round, wanted *= 2) {
    if (wanted >= size) return exact();
    draw(graph, wanted - moments.count, random, moments, workers, simd);
    if (const Report& report = workers.context().report) report(moments.count, size);
    result.epsilon = widest_bound(moments, options.delta / (round * (round + 1)));
    if (result.epsilon <= options.epsilon) break;
  }
  result.sources = moments.count;
  result.value.resize(size);
  for (Vertex i = 0; i < size; ++i)
    result.value[order[i]] = moments.sum[i] * size / static_cast<double>(moments.count);
  return result;
}

}  // namespace oscegraph
