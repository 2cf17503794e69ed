// SPDX-License-Identifier: Apache-2.0
//
// Runs each pass with the kernel for the graph at hand: with or without arrows, with or without
// weights.
#include "oscegraph/queries/measures/measure_input.hpp"

#include "oscegraph/queries/kernels/paths/distance_sums.hpp"

namespace oscegraph {

const PathSums& MeasureInput::distances() {
  if (paths_) return *paths_;
  if (distances_) return *distances_;
  if (graph.out.weighted()) return paths();
  const DistanceSums sums = directed() ? directed_distance_sums(graph.out, graph.in(), workers)
                                       : undirected_distance_sums(graph.out, workers);
  distances_.emplace();
  distances_->reached.assign(sums.reached.begin(), sums.reached.end());
  distances_->total.assign(sums.total.begin(), sums.total.end());
  distances_->harmonic = sums.harmonic;
  return *distances_;
}

const PathSums& MeasureInput::paths() {
  if (paths_) return *paths_;
  if (!graph.out.weighted()) {
    paths_ = path_sums(graph.out, ScoreArcs::yes, workers);
    return *paths_;
  }
  paths_ = path_sums(graph.out, graph.units, ScoreArcs::yes, workers);
  // A length is 1 / weight, and a weight so many units.
  for (double& total : paths_->total) total *= graph.units_in_one;
  for (double& harmonic : paths_->harmonic) harmonic /= graph.units_in_one;
  return *paths_;
}

const StructuralHoles& MeasureInput::holes() {
  if (!holes_) holes_ = structural_holes(graph.out, workers);
  return *holes_;
}

const HubsAndAuthorities& MeasureInput::hits() {
  if (!hits_) {
    hits_ = hubs_and_authorities(graph.out, graph.in(), {}, workers);
    note_unless(hits_->converged, hits_->passes, "hubs and authorities");
  }
  return *hits_;
}

const Cuts& MeasureInput::cuts() {
  if (!cuts_) cuts_ = find_cuts(graph.out, workers.context());
  return *cuts_;
}

const Sides& MeasureInput::sides() {
  if (!sides_) sides_ = two_sides(graph, scope);
  return *sides_;
}

}  // namespace oscegraph
