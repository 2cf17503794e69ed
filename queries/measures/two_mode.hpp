// SPDX-License-Identifier: Apache-2.0
//
// A graph of projects on one side and those who fund or run them on the other is not like a graph
// of friends: two funders are never neighbours, and the usual largest values cannot be reached.
// These are the values divided by the largest that a graph with so many nodes on each side allows.
// Borgatti and Everett, "Network analysis of 2-mode data" (1997); Borgatti and Halgin (2011).
#pragma once

#include <cstdint>

#include "oscegraph/queries/measures/compact_graph.hpp"

namespace oscegraph {

struct Sides {
  std::vector<std::uint8_t> of;  ///< by vertex; 1: projects
  std::size_t size[2] = {0, 0};
  [[nodiscard]] std::size_t own(Vertex v) const { return size[of[v]]; }
  [[nodiscard]] std::size_t other(Vertex v) const { return size[1 - of[v]]; }
};

/// Projects and others. Errors: an edge within a side; the sentence names it and says how to narrow.
Sides two_sides(const CompactGraph& graph, const Subset& scope);

double two_mode_degree(const Sides& sides, Vertex v, std::uint32_t degree);
/// `total` is the sum of distances to the `reached` nodes.
double two_mode_closeness(const Sides& sides, Vertex v, double reached, double total);
/// `pairs` is the betweenness over unordered pairs.
double two_mode_betweenness(const Sides& sides, Vertex v, double pairs);

}  // namespace oscegraph
