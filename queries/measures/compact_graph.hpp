// SPDX-License-Identifier: Apache-2.0
//
// Makes from a Subset the graph that the kernels work on. The nodes in scope are numbered without
// gaps, in the order of their numbers. The edges in scope become arcs with weights: all relations
// between the same two nodes are one connection, whose weight is their sum. Loops, and edges
// without the weight asked for, are left out and counted.
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/measures/edge_weight.hpp"

namespace oscegraph {

enum class Arrows : std::uint8_t { ignored, followed };

struct CompactGraph {
  std::vector<NodeId> nodes;  ///< by vertex
  std::vector<Vertex> place;  ///< by node; `none` out of scope
  Arrows arrows = Arrows::ignored;
  Csr out;
  Csr turned;  ///< `out` transposed; empty when arrows are ignored
  /// The weights of `out` once more, by arc, as exact numbers of units; empty without weights.
  std::vector<std::uint64_t> units;
  double units_in_one = 1;         ///< how many units are a weight of 1
  std::size_t without_weight = 0;  ///< edges left out: they have no amount of the kind asked for
  std::size_t loops = 0;           ///< edges left out: they lead from a node to itself

  [[nodiscard]] Vertex size() const { return out.size(); }
  [[nodiscard]] const Csr& in() const { return arrows == Arrows::followed ? turned : out; }
};

/// Errors: weights that add up to more than 64 bits hold.
/// Cost: O(nodes + edges), and the claims of each edge unless every edge weighs 1.
CompactGraph compact_graph(const Subset& scope, Arrows arrows, const EdgeWeight& weight,
                           const Context& context = {});

/// The values by vertex as a score by node, NaN out of scope.
Score node_score(const CompactGraph& graph, const Subset& scope, std::string name,
                 const std::vector<double>& values);

/// How many edges of the scope have no arc.
struct EdgesLeftOut {
  std::size_t without_weight = 0;  ///< they have no amount of the kind asked for
  EdgeWeight weight{};             ///< that was asked for
  std::size_t loops = 0;           ///< they lead from a node to itself
};
EdgesLeftOut edges_left_out(const CompactGraph& graph, const EdgeWeight& weight);

/// Sentences about the edges that were left out; none when there were no such edges.
std::vector<std::string> notes_of(const EdgesLeftOut& left_out);

}  // namespace oscegraph
