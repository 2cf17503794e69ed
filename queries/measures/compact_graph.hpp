// SPDX-License-Identifier: Apache-2.0
//
// From a Subset to what the kernels work on: the nodes in scope numbered without gaps, in order of
// their numbers; the edges in scope as merged, weighted arcs. Relations between the same two nodes
// are one connection, their weights added; loops are left out.
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
  /// The weights of `out` once more, beside its arcs, as exact numbers of units; empty without weights.
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

/// How many edges of the scope are no arcs.
struct EdgesLeftOut {
  std::size_t without_weight = 0;  ///< they have no amount of the kind asked for
  EdgeWeight weight{};             ///< that was asked for
  std::size_t loops = 0;           ///< they lead from a node to itself
};
EdgesLeftOut edges_left_out(const CompactGraph& graph, const EdgeWeight& weight);

/// What a person should know of the edges left out; none when none were.
std::vector<std::string> notes_of(const EdgesLeftOut& left_out);

}  // namespace oscegraph
