// SPDX-License-Identifier: Apache-2.0
//
// Computes the betweenness of nodes and arcs, and sums of distances, for graphs whose arcs have
// lengths or whose arcs must be scored. For each source, one Dijkstra search runs (a breadth-first
// search if there are no lengths), and then Brandes' accumulation in the reverse order of arrival.
// If there are no lengths and only nodes are scored, betweenness.cpp and distance_sums.cpp compute
// the same many times faster.
//
// Whether two paths are equally long is decided exactly: see arc_lengths.hpp.
//
// The searches are Boost.Graph's breadth_first_visit and dijkstra_shortest_paths. Its
// brandes_betweenness_centrality would do both steps, but it uses one thread, returns no distances,
// counts paths in doubles, which a chain of 2,000 squares overflows, and adds lengths with
// rounding.
//
// Dijkstra (1959); Brandes (2001), "On variants of shortest-path betweenness" (2008) for arcs.
// Cost: O(nodes * (arcs + nodes log nodes)); the logarithm only with lengths. If lengths are
// rounded, each two paths of nearly equal length also cost a comparison arc by arc.
#pragma once

#include <cstdint>
#include <span>

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct PathSums {
  std::vector<double> betweenness;      ///< by node, over ordered pairs of other nodes
  std::vector<double> arc_betweenness;  ///< parallel to Csr::to, over ordered pairs
  std::vector<double> reached;          ///< the number of other nodes it reaches
  std::vector<double> total;            ///< sum of distances to them
  std::vector<double> harmonic;         ///< sum of 1 / distance
};

enum class ScoreArcs : std::uint8_t { no, yes };

/// Every arc has the length 1.
PathSums path_sums(const Csr& out, ScoreArcs score_arcs, Workers& workers);

/// Strong ties are short: an arc has the length 1 / strength. Precondition: `strengths` is parallel
/// to Csr::to, and none is 0.
PathSums path_sums(const Csr& out, std::span<const std::uint64_t> strengths, ScoreArcs score_arcs,
                   Workers& workers);

}  // namespace oscegraph
