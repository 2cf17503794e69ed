// SPDX-License-Identifier: Apache-2.0
//
// Everything that one search from each node tells, when arcs have lengths or when edges are to be
// scored as well: betweenness of nodes and arcs, distances. One Dijkstra search (a breadth-first one
// without lengths) for each source, then Brandes' accumulation in the reverse order of arrival.
// betweenness.cpp and distance_sums.cpp are many times faster where they apply: no lengths, nodes
// only.
//
// Whether two paths are equally long is decided exactly: see arc_lengths.hpp.
//
// The searches are Boost.Graph's breadth_first_visit and dijkstra_shortest_paths. Its
// brandes_betweenness_centrality would do both steps, but takes no threads, tells no distances, counts
// paths in doubles, which 2,000 squares in a row fill, and adds up lengths with rounding.
//
// Dijkstra (1959); Brandes (2001), "On variants of shortest-path betweenness" (2008) for arcs.
// Cost: O(nodes * (arcs + nodes log nodes)); the logarithm only with lengths. With lengths that need
// comparing arc by arc, that for each two paths that are nearly equally long.
#pragma once

#include <cstdint>
#include <span>

#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct PathSums {
  std::vector<double> betweenness;      ///< by node, over ordered pairs of other nodes
  std::vector<double> arc_betweenness;  ///< beside Csr::to, over ordered pairs
  std::vector<double> reached;          ///< how many others, from the node
  std::vector<double> total;            ///< sum of distances to them
  std::vector<double> harmonic;         ///< sum of 1 / distance
};

enum class ScoreArcs : std::uint8_t { no, yes };

/// Every arc is 1 long.
PathSums path_sums(const Csr& out, ScoreArcs score_arcs, Workers& workers);

/// Strong ties are short: an arc is 1 / strength long. Precondition: strengths stand beside Csr::to,
/// none is 0.
PathSums path_sums(const Csr& out, std::span<const std::uint64_t> strengths, ScoreArcs score_arcs,
                   Workers& workers);

}  // namespace oscegraph
