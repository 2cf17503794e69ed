// SPDX-License-Identifier: Apache-2.0
//
// Improves a partition of the nodes into communities by local moving, the main step of Louvain and
// Leiden. For each node and each community, two weights are compared: that of the edges between the
// node and the community, and the one that the null model expects there (null_model.hpp). Among its
// own community and those of its neighbours, the node moves to the one where the first weight
// exceeds the second by most. After a move, the neighbours outside the new community are examined
// again. The work ends when no node moves, when less than a thousandth of the nodes remains to be
// examined, or after 100 passes.
//
// It runs in parallel and gives the same result for any number of threads: nodes are taken in
// batches of fixed size. All nodes of a batch choose in parallel, by the communities before the
// batch. Then the moves are made one by one in the batch's order, each only if it still gains with
// the current masses. A batch is small compared with the graph, so it rarely contains neighbours;
// if it does, a move may gain less than computed, and the nodes concerned are examined again.
//
// Blondel et al., "Fast unfolding of communities in large networks" (2008); the queue: Traag,
// Waltman, van Eck, "From Louvain to Leiden" (2019); batches: after Lu, Halappanavar, Kalyanaraman,
// "Parallel heuristics for scalable community detection" (2015), who colour the graph instead.
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/communities/community_level.hpp"

namespace oscegraph {

/// Improves the partition (labels are in 0 .. size - 1 and need not be compact) and returns whether
/// any node moved. `seed` shuffles the order of nodes; 0: in order of number.
template <typename Model>
bool move_nodes(const CommunityLevel<Model>& level, const Model& model, std::uint64_t seed,
                std::vector<Vertex>& community, Workers& workers);

}  // namespace oscegraph
