// SPDX-License-Identifier: Apache-2.0
//
// Local moving, the heart of Louvain and Leiden: each node joins that community among its
// neighbours' in which the weight found exceeds the weight expected by most, until none wants to
// move. Only neighbours of nodes that moved are looked at again.
//
// In parallel and the same for any number of threads: nodes are taken in batches of fixed size. All
// nodes of a batch decide at once, on the communities as they were before the batch; then the moves
// are made one after the other in the batch's order, each only if it still gains under the masses as
// they are by then. A batch is small against the graph, so that neighbours seldom share one; when
// they do, a move may be worth less than thought, and the nodes concerned are looked at again.
//
// Blondel et al., "Fast unfolding of communities in large networks" (2008); the queue: Traag,
// Waltman, van Eck, "From Louvain to Leiden" (2019); batches: after Lu, Halappanavar, Kalyanaraman,
// "Parallel heuristics for scalable community detection" (2015), who colour the graph instead.
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/community_level.hpp"

namespace oscegraph {

/// Improves the partition (labels need not be compact: 0 .. size - 1) and says whether anything
/// moved. `seed` shuffles the order of batches and in them; 0: in order of number.
template <typename Model>
bool move_nodes(const CommunityLevel<Model>& level, const Model& model, std::uint64_t seed,
                std::vector<Vertex>& community, Workers& workers);

}  // namespace oscegraph
