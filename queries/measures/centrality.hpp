// SPDX-License-Identifier: Apache-2.0
//
// Who matters in the network, by which measure? The table of measures is in centrality.cpp: a row
// says what a measure means, and computes it; measures that come out of the same pass share it.
//
// Parallel edges count as one connection, loops not at all. Arrows are ignored unless followed. With
// weights, a strong connection is a short one (length 1 / weight) where a measure asks for distances.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"
#include "oscegraph/queries/cost.hpp"
#include "oscegraph/queries/measures/compact_graph.hpp"

namespace oscegraph {

class MeasureInput;

struct Measure {
  std::string_view name;
  std::string_view meaning;   ///< "shortest paths between others that pass through it"
  Work cost = Work::measure;  ///< its line in the table of costs
  ScoreOf of = ScoreOf::node;
  bool ignores_arrows = false;  ///< it has no meaning along arrows and is taken without
  bool of_direction = false;    ///< without arrows it says the same both ways
  bool weighs = false;          ///< how strong connections are makes a difference
  bool in_two_modes = false;    ///< Norm::two_mode makes a difference
  /// By vertex, or beside the arcs of the compact graph.
  std::vector<double> (*values)(MeasureInput&) = nullptr;
};

std::span<const Measure> measures();
/// nullptr when there is none of that name.
const Measure* find_measure(std::string_view name);
std::vector<std::string_view> measure_names();

enum class Norm : std::uint8_t {
  one_mode,
  two_mode  ///< degree, closeness and betweenness as shares of the largest two sides allow
};

struct CentralityOptions {
  std::vector<const Measure*> by;  ///< the first one ranks; empty: degree
  Arrows arrows = Arrows::ignored;
  EdgeWeight weight;
  Norm norm = Norm::one_mode;
  std::size_t top = 20;
  std::optional<IdSet> rows;  ///< only these nodes, and edges with an end among them, are rows
  std::vector<NodeId> start;  ///< PageRank's walker starts anew there; empty: anywhere
  double epsilon = 0;         ///< betweenness to within this, sampled; 0: exact
  std::uint64_t seed = 1;     ///< of sampling
  Context context{};
};

/// Rows: `rank`, `node`, `node_id`, `kind`, a column for each measure; when all measures are of edges,
/// `rank`, `from`, `from_id`, `relation`, `to`, `to_id` and the measures. Highest first, undefined
/// last, ties by id; equal values share a rank. Subset: the scope with a score for each measure. The
/// whole scope is measured and scored, whatever `rows` are picked; ranks are among the rows picked.
/// Errors: a start out of scope; two_mode on a graph that is not, or closeness in two modes with
/// weights. How long it will take: centrality_costs().
Answer centrality(const Subset& scope, const CentralityOptions& options);

/// What the measures asked for cost; a pass that several of them read counts once.
std::vector<Cost> centrality_costs(const Subset& scope, const CentralityOptions& options);

}  // namespace oscegraph
