// SPDX-License-Identifier: Apache-2.0
//
// Checks that every edge joins the two sides, and divides each value by the largest possible one.
#include "oscegraph/queries/measures/two_mode.hpp"

#include <algorithm>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {

Sides two_sides(const CompactGraph& graph, const Subset& scope) {
  Sides sides;
  for (const NodeId n : graph.nodes) {
    const std::uint8_t side = scope.graph().node_kind(n) == Kind::project ? 1 : 0;
    sides.of.push_back(side);
    ++sides.size[side];
  }
  for (Vertex v = 0; v < graph.size(); ++v)
    for (const Vertex u : graph.out.row(v))
      if (sides.of[v] == sides.of[u])
        throw Error("'" + display_name(scope.graph(), graph.nodes[v]) + "' and '" +
                        display_name(scope.graph(), graph.nodes[u]) + "' are connected and " +
                        (sides.of[v] == 1 ? "both projects" : "neither is a project"),
                    "two-mode measures need a graph with edges between projects and others only",
                    "narrow it, for example with --relation implements,assists");
  return sides;
}

double two_mode_degree(const Sides& sides, Vertex v, std::uint32_t degree) {
  return sides.other(v) == 0 ? 0
                             : static_cast<double>(degree) / static_cast<double>(sides.other(v));
}

double two_mode_closeness(const Sides& sides, Vertex v, double reached, double total) {
  if (total == 0) return 0;
  // At best those of the other side are one step away, those of its own two.
  const double direct = std::min(reached, static_cast<double>(sides.other(v)));
  const auto others = static_cast<double>(sides.own(v) + sides.other(v) - 1);
  return (direct + 2 * (reached - direct)) / total * (reached / others);
}

double two_mode_betweenness(const Sides& sides, Vertex v, double pairs) {
  const auto own = static_cast<double>(sides.own(v));
  const auto other = static_cast<double>(sides.other(v));
  const auto whole =
      static_cast<double>((sides.own(v) - 1) / std::max<std::size_t>(1, sides.other(v)));
  const double rest = own - 1 - whole * other;
  const double most =
      (other * other * (whole + 1) * (whole + 1) + other * (whole + 1) * (2 * rest - whole - 1) -
       rest * (2 * whole - rest + 3)) /
      2;
  return most > 0 ? pairs / most : 0;
}

}  // namespace oscegraph
