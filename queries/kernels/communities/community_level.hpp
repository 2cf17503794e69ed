// SPDX-License-Identifier: Apache-2.0
//
// One level of a hierarchy of communities, as a graph. Each node of the graph is a community of the
// level below, and stores the weight inside that community. Louvain and Leiden move the nodes of a
// level between communities, and then make the next level from the result.
#pragma once

#include <cstdint>

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/communities/null_model.hpp"
#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

/// A community for each node, numbered 0 .. count - 1.
struct Partition {
  std::vector<Vertex> of;
  Vertex count = 0;
};

/// Numbers the labels in order of their first node.
Partition compacted(const std::vector<Vertex>& labels);

/// Each node is a community of its own.
Partition singletons(Vertex size);

/// coarse.of[fine.of[v]] for each node v of the lowest level.
Partition composed(const Partition& fine, const Partition& coarse);

template <typename Model>
struct CommunityLevel {
  Csr graph;                  ///< unweighted only at the lowest level
  std::vector<double> inner;  ///< weight inside the node, every edge counted at both ends; empty: 0
  std::vector<typename Model::Mass> mass;
};

/// The lowest level. `side`: 0 or 1 by node; empty where the model has no sides.
template <typename Model>
CommunityLevel<Model> lowest_level(Csr graph, const std::vector<std::uint8_t>& side);

/// Makes a node of each community. Cost: O(arcs).
template <typename Model>
CommunityLevel<Model> next_level(const CommunityLevel<Model>& level, const Partition& partition,
                                 Workers& workers);

/// The strengths of all nodes added up.
double total_strength(const Csr& graph);

/// Modularity (times 1 / total strength, so that it lies between -1 and 1).
template <typename Model>
double modularity(const CommunityLevel<Model>& level, const Partition& partition,
                  const Model& model, double total);

}  // namespace oscegraph
