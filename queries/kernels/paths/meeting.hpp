// SPDX-License-Identifier: Apache-2.0
//
// Computes SimRank in its linear form: nodes are similar when their neighbours are similar. Two
// random walkers start at two nodes and step at the same time; if both are at the same node after
// step t, this counts `fading`^t. The similarity of the two nodes is the expected count times 1 -
// fading, so it is between 0 and 1. Walkers from nodes without a common neighbour can still meet,
// at neighbours of their neighbours.
//
// All nodes are compared with one source together: first the source's walker goes forward, p(0),
// p(1), ...; then, from the last step back, x = p(t) + fading * (the mean of x over each node's
// neighbours). Each step pulls along every arc, so that no two workers write to the same place. The
// steps left out would count less than fading^steps, about a hundredth. Nodes without neighbours
// never meet another node.
//
// Jeh and Widom, "SimRank" (2002); Maehara, Kusumoto, Kawarabayashi, "Efficient SimRank computation
// via linearization" (2014), with their diagonal correction taken as a constant.
// Cost: O(steps * arcs).
#pragma once

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

inline constexpr double meeting_fading = 0.6;
inline constexpr std::size_t meeting_steps = 9;

/// By step, then by node: the probability that a walker from the source is at the node.
using Walk = std::vector<std::vector<double>>;

/// The walk from `source`, steps 0 to `steps`. Precondition: undirected; weights are ignored.
Walk walk_from(const Csr& graph, Vertex source, std::size_t steps, Workers& workers);

/// The similarity of each node to the walk's source. For the source itself the start counts as a
/// meeting.
std::vector<double> meetings_with(const Csr& graph, const Walk& walk, Workers& workers);

/// The nodes where the two walks meet most, most first, ties by number; at most `most`.
std::vector<Vertex> meeting_places(const Walk& a, const Walk& b, std::size_t most);

}  // namespace oscegraph
