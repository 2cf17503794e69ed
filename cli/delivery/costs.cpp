// SPDX-License-Identifier: Apache-2.0
//
// Estimates the number of steps that work takes: that of questions and comparisons from the numbers
// of nodes, edges and claims of the narrowed graph (the Subset `scope`), that of reading from the
// bytes of the inputs.
#include "oscegraph/cli/delivery/costs.hpp"

#include <algorithm>
#include <cmath>

#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/duration.hpp"

namespace oscegraph::cli {

std::vector<Cost> costs_of(const Command& command, const Values& values, const Subset& scope) {
  if (command.cost != nullptr) return command.cost(values, scope);
  return {{Work::look, size_of(scope)}};
}

void require_patience(std::span<const Cost> costs, const Extent& extent, const Context& context) {
  oscegraph::require_patience(costs, extent, context, way_out_of_patience);
}

std::vector<Cost> costs_of_reading(const InputSize& size) {
  return {{Work::reading, static_cast<double>(size.records)},
          {Work::extraction, static_cast<double>(size.texts)}};
}

Extent extent_of(const InputSize& size) {
  return {size_in_words(size.records + size.texts + size.graphs), "give fewer inputs at once"};
}

std::vector<Cost> costs_of_comparing(std::span<const Subset> scopes) {
  double size = 0;
  for (const Subset& scope : scopes)
    size += size_of(scope) + static_cast<double>(scope.claims().count());
  return {{Work::comparison, size}};
}

Extent extent_of(std::span<const Subset> scopes) {
  std::size_t nodes = 0;
  std::size_t claims = 0;
  for (const Subset& scope : scopes) {
    nodes += scope.nodes().count();
    claims += scope.claims().count();
  }
  return {counted(nodes, "node") + " and " + counted(claims, "claim") + " of both",
          "narrow the graphs"};
}

Cost cost_of_reach(const Subset& scope, std::size_t steps) {
  const double nodes = nodes_of(scope);
  const double mean_degree = nodes == 0 ? 0 : 2 * edges_of(scope) / nodes;
  return {Work::reached_rows,
          std::min(nodes, std::pow(mean_degree + 1, static_cast<double>(steps)))};
}

double nodes_of(const Subset& scope) { return static_cast<double>(scope.nodes().count()); }
double edges_of(const Subset& scope) { return static_cast<double>(scope.edges().count()); }
double size_of(const Subset& scope) { return nodes_of(scope) + edges_of(scope); }

double seconds_of_patience(const Values& values) {
  constexpr double minute = 60;
  return minute * values[option::patience];
}

}  // namespace oscegraph::cli
