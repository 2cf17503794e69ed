// SPDX-License-Identifier: Apache-2.0
//
// Normalises degree, closeness and betweenness for a graph with two sides: projects, and those who
// fund or run them. In such a graph two nodes of one side are never neighbours, so the usual
// largest values cannot be reached. Here each value is divided by the largest that a graph with so
// many nodes on each side allows. Borgatti and Everett, "Network analysis of 2-mode data" (1997);
// Borgatti and Halgin (2011).
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

/// Divides the vertices into projects and others. Errors: an edge within one side; the error names
/// it and says how to narrow.
Sides two_sides(const CompactGraph& graph, const Subset& scope);

double two_mode_degree(const Sides& sides, Vertex v, std::uint32_t degree);
/// `total` is the sum of distances to the `reached` nodes.
double two_mode_closeness(const Sides& sides, Vertex v, double reached, double total);
/// `pairs` is the betweenness over unordered pairs.
double two_mode_betweenness(const Sides& sides, Vertex v, double pairs);

}  // namespace oscegraph
