// SPDX-License-Identifier: Apache-2.0
//
// Computes the measures of a node's neighbourhood and of its place in its component, with the
// kernels: core, clustering, constraint, effective size, participation, splits and bridges.
#include "oscegraph/queries/kernels/communities/participation.hpp"
#include "oscegraph/queries/kernels/structure/core_numbers.hpp"
#include "oscegraph/queries/kernels/structure/triangles.hpp"
#include "oscegraph/queries/measures/measure_functions.hpp"
#include "oscegraph/queries/measures/measure_input.hpp"

namespace oscegraph {

using Values = std::vector<double>;

Values core(MeasureInput& input) {
  const auto numbers = core_numbers(input.graph.out, input.workers.context());
  return {numbers.begin(), numbers.end()};
}
Values clustering(MeasureInput& input) { return local_clustering(input.graph.out, input.workers); }
Values constraint(MeasureInput& input) { return input.holes().constraint; }
Values effective_size(MeasureInput& input) { return input.holes().effective_size; }

Values participation_of_kinds(MeasureInput& input) {
  std::vector<std::uint32_t> kind;
  for (const NodeId n : input.graph.nodes)
    kind.push_back(static_cast<std::uint32_t>(input.scope.graph().node_kind(n)));
  return participation(input.graph.out, kind, static_cast<std::uint32_t>(kinds().size()));
}

Values splits(MeasureInput& input) {
  const auto& numbers = input.cuts().splits;
  return {numbers.begin(), numbers.end()};
}

Values bridge(MeasureInput& input) {
  Values values(input.graph.out.arc_count());
  for (const Arc& arc : input.cuts().bridges) {
    values[input.graph.out.find(arc.from, arc.to)] = 1;
    values[input.graph.out.find(arc.to, arc.from)] = 1;
  }
  return values;
}

}  // namespace oscegraph
