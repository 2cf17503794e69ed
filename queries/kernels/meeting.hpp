// SPDX-License-Identifier: Apache-2.0
//
// Nodes are alike when their neighbours are alike: SimRank, by its linear form. Two walkers, one from
// each node, take random steps at the same time; a meeting at step t counts `fading`^t. A node's
// value is the expected count, times 1 - fading, so that it lies between 0 and 1. Nodes with no
// neighbour in common still meet, in the neighbours of their neighbours.
//
// All nodes against one source in one go: the source's walker forward, p(0), p(1), ..., then from the
// last step back, x = p(t) + fading * (the mean of x over each node's neighbours). Each step pulls
// along every arc, so that no two workers write to one place. Steps beyond the last would count less
// than fading^steps, a hundredth. Nodes without neighbours never meet anybody.
//
// Jeh and Widom, "SimRank" (2002); Maehara, Kusumoto, Kawarabayashi, "Efficient SimRank computation
// via linearization" (2014), with their diagonal correction taken as a constant.
// Cost: O(steps * arcs).
#pragma once

#include "oscegraph/graph/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

inline constexpr double meeting_fading = 0.6;
inline constexpr std::size_t meeting_steps = 9;

/// By step, then node: the probability that a walker from `source` is there.
using Walk = std::vector<std::vector<double>>;

/// Steps 0 to `steps`. Precondition: undirected; weights are not looked at.
Walk walk_from(const Csr& graph, Vertex source, std::size_t steps, Workers& workers);

/// How much each node meets the walk's source. The source's own value counts the start as a meeting.
std::vector<double> meetings_with(const Csr& graph, const Walk& walk, Workers& workers);

/// The nodes where the two walks meet most, most first, ties by number; at most `most`.
std::vector<Vertex> meeting_places(const Walk& a, const Walk& b, std::size_t most);

}  // namespace oscegraph
