// SPDX-License-Identifier: Apache-2.0
//
// Computes the measures of shortest paths: closeness, harmonic centrality and betweenness. In a
// graph that is not connected, closeness is the share of the other nodes that can be reached, times
// the inverse of the mean distance to them (Wasserman and Faust 1994). Harmonic centrality follows
// Marchiori and Latora (2000). The kernels of betweenness name the papers for it.
#include <algorithm>
#include <cmath>

#include "oscegraph/queries/kernels/paths/betweenness.hpp"
#include "oscegraph/queries/kernels/paths/sampled_betweenness.hpp"
#include "oscegraph/queries/measures/measure_functions.hpp"
#include "oscegraph/queries/measures/measure_input.hpp"

namespace oscegraph {
namespace {

using Values = std::vector<double>;

/// False where two nodes have more shortest paths between them than a double can count.
bool counted_all(const Values& values) {
  return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// Over ordered pairs, sampled to within --epsilon.
Values sampled(MeasureInput& input) {
  const CompactGraph& graph = input.graph;
  const auto& options = input.options;
  SampledBetweenness sampled = sampled_betweenness(
      graph.out, graph.in(), {.epsilon = options.epsilon, .delta = 0.1, .seed = options.seed},
      input.workers);
  if (sampled.epsilon > 0 && counted_all(sampled.value))
    input.remarks.push_back(
        {MeasureRemark::About::sampled, "betweenness", sampled.sources, options.epsilon});
  return std::move(sampled.value);
}

/// Over ordered pairs, exact or sampled.
Values betweenness_of_pairs(MeasureInput& input) {
  const CompactGraph& graph = input.graph;
  if (graph.out.weighted()) return input.paths().betweenness;
  Values values;
  if (input.options.epsilon > 0) {
    values = sampled(input);
  } else {
    values = input.directed() ? directed_betweenness(graph.out, graph.in(), input.workers)
                              : undirected_betweenness(graph.out, input.workers);
  }
  return counted_all(values) ? values : input.paths().betweenness;
}

/// Sums of shares that round up do not lead above the whole.
double at_most_one(double share) { return std::min(share, 1.0); }

}  // namespace

Values closeness(MeasureInput& input) {
  const PathSums& sums = input.distances();
  const auto others = static_cast<double>(input.graph.size()) - 1;
  Values values(input.graph.size());
  for (Vertex v = 0; v < input.graph.size(); ++v) {
    if (sums.total[v] == 0) continue;
    values[v] = input.options.norm == Norm::two_mode
                    ? two_mode_closeness(input.sides(), v, sums.reached[v], sums.total[v])
                    : sums.reached[v] / sums.total[v] * (sums.reached[v] / others);
  }
  return values;
}

Values harmonic(MeasureInput& input) {
  Values values = input.distances().harmonic;
  const auto others = static_cast<double>(input.graph.size()) - 1;
  if (others > 0)
    for (double& value : values) value /= others;
  return values;
}

Values betweenness(MeasureInput& input) {
  Values values = betweenness_of_pairs(input);
  const auto n = static_cast<double>(input.graph.size());
  const double pairs = (n - 1) * (n - 2);
  for (Vertex v = 0; v < values.size(); ++v)
    values[v] = at_most_one(input.options.norm == Norm::two_mode
                                ? two_mode_betweenness(input.sides(), v, values[v] / 2)
                                : (pairs > 0 ? values[v] / pairs : 0));
  return values;
}

/// Of all ordered pairs of nodes, the share whose shortest paths run over the edge.
Values edge_betweenness(MeasureInput& input) {
  const CompactGraph& graph = input.graph;
  const auto n = static_cast<double>(graph.size());
  Values values = input.paths().arc_betweenness;
  Values both = values;
  if (!input.directed())
    for (Vertex v = 0; v < graph.size(); ++v)
      for (std::uint32_t i = graph.out.begin[v]; i < graph.out.begin[v + 1]; ++i)
        both[i] += values[graph.out.find(graph.out.to[i], v)];
  for (double& value : both) value = at_most_one(value / (n * (n - 1)));
  return both;
}

}  // namespace oscegraph
