// SPDX-License-Identifier: Apache-2.0
//
// Finds communities with the Louvain and Leiden algorithms: groups of nodes with more connections
// inside than expected (null_model.hpp). Both algorithms move nodes (local_moving.hpp), make a node
// of each community, and begin again on the smaller graph until nothing moves.
//
// Louvain may end with a community that is not even connected, when a node that connected two parts
// of it has left. Leiden refines before it makes the next level: within each community it starts
// again from single nodes and merges only along edges, and only parts that are well connected to
// the rest of the community. These parts are the nodes of the next level, and each starts in its
// community. Leiden ends when every community is one such part, so every community is connected. It
// is repeated on its own result, `rounds` times or until a round gains nothing.
//
// Both give the same result for any number of threads; another seed takes the nodes in another
// order. Blondel et al. (2008); Traag, Waltman, van Eck, "From Louvain to Leiden: guaranteeing
// well-connected communities" (2019), whose refinement chooses at random, where ours takes the
// best.
// Cost: O(arcs) for each pass, usually ten to twenty passes in all.
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/communities/community_level.hpp"

namespace oscegraph {

struct CommunityOptions {
  double resolution = 1;   ///< higher: smaller communities
  std::uint64_t seed = 0;  ///< 0: nodes in order of number
  std::size_t rounds = 2;  ///< of Leiden, at most
  /// By node, 0 or 1: Barber's modularity, for graphs with edges only between the two sides. Empty:
  /// Newman and Girvan's modularity.
  std::vector<std::uint8_t> side{};
};

struct Communities {
  Partition partition;  ///< numbered in order of the smallest node
  double modularity = 0;
  std::size_t levels = 0;
};

/// Precondition for both: undirected; weights positive. A node without edges is a community of its
/// own.
Communities louvain(const Csr& graph, const CommunityOptions& options, Workers& workers);
Communities leiden(const Csr& graph, const CommunityOptions& options, Workers& workers);

/// The modularity of any partition of the graph.
double modularity_of(const Csr& graph, const Partition& partition, const CommunityOptions& options);

}  // namespace oscegraph
