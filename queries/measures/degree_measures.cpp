// SPDX-License-Identifier: Apache-2.0
//
// Computes degree and strength, of all connections or of those in one direction (Freeman 1978).
#include "oscegraph/queries/measures/measure_functions.hpp"
#include "oscegraph/queries/measures/measure_input.hpp"

namespace oscegraph {
namespace {

using Values = std::vector<double>;

Values degrees(const Csr& graph) {
  Values values(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) values[v] = graph.degree(v);
  return values;
}

enum class End : std::uint8_t { from, to };

/// Adds the weights of each node's arcs at this end, in units: whole numbers have no rounding to
/// depend on the order, up to 2^53 of them.
void add_strengths(const CompactGraph& graph, End end, Values& units) {
  for (Vertex v = 0; v < graph.size(); ++v)
    for (std::uint32_t i = graph.out.begin[v]; i < graph.out.begin[v + 1]; ++i)
      units[end == End::from ? v : graph.out.to[i]] +=
          graph.units.empty() ? 1 : static_cast<double>(graph.units[i]);
}

Values in_whole(Values units, const CompactGraph& graph) {
  for (double& value : units) value /= graph.units_in_one;
  return units;
}

Values strengths(const CompactGraph& graph, End end) {
  Values units(graph.size());
  add_strengths(graph, end, units);
  return in_whole(std::move(units), graph);
}

Values sum_of(Values a, const Values& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
  return a;
}

}  // namespace

/// How many nodes a node is connected with, either way.
Values degree(MeasureInput& input) {
  Values values = degrees(input.graph.out);
  if (input.directed()) values = sum_of(std::move(values), degrees(input.graph.in()));
  if (input.options.norm == Norm::two_mode)
    for (Vertex v = 0; v < input.graph.size(); ++v)
      values[v] = two_mode_degree(input.sides(), v, static_cast<std::uint32_t>(values[v]));
  return values;
}
Values in_degree(MeasureInput& input) { return degrees(input.graph.in()); }
Values out_degree(MeasureInput& input) { return degrees(input.graph.out); }
Values strength(MeasureInput& input) {
  Values units(input.graph.size());
  add_strengths(input.graph, End::from, units);
  if (input.directed()) add_strengths(input.graph, End::to, units);
  return in_whole(std::move(units), input.graph);
}
Values in_strength(MeasureInput& input) { return strengths(input.graph, End::to); }
Values out_strength(MeasureInput& input) { return strengths(input.graph, End::from); }

}  // namespace oscegraph
