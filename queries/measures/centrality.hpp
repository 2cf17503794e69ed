// SPDX-License-Identifier: Apache-2.0
//
// Computes how central the nodes, or edges, of a part of the graph are, by one or several measures,
// and ranks them by the first. The measures are the rows of measure.hpp. Measures that need the
// same pass over the graph share it.
//
// Parallel edges count as one connection, and loops do not count. Arrows are ignored unless they
// are followed. With weights, a measure that needs distances takes 1 / weight as the length of a
// connection, so that a strong connection is a short one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/queries/cost.hpp"
#include "oscegraph/queries/measures/compact_graph.hpp"
#include "oscegraph/queries/measures/measure.hpp"

namespace oscegraph {

enum class Norm : std::uint8_t {
  one_mode,
  two_mode  ///< degree, closeness and betweenness as shares of the largest two sides allow
};

struct CentralityOptions {
  std::vector<AskedMeasure> by;  ///< the first one ranks; empty: degree
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

/// What a reader should know about how the values were computed.
struct MeasureRemark {
  enum class About : std::uint8_t {
    unsettled,  ///< the iteration for `what` had not settled after `count` passes
    sampled     ///< `what` is sampled from `count` searches, to `within` of the exact value
  };
  About about{};
  std::string what;
  std::size_t count = 0;
  double within = 0;
};

struct CentralityRow {
  std::uint32_t id = none;  ///< a NodeId, or an EdgeId where rows are edges
  std::size_t rank = 0;  ///< from 1, equal values share one; 0: the first measure is undefined here
};

struct CentralityAnswer {
  ScoreOf of = ScoreOf::node;  ///< what rows are
  /// The scores of the subset that are columns, the first one ranks. The value of a row is
  /// subset.score(column)->values[row.id], NaN where it is undefined.
  std::vector<std::string> columns{};
  std::vector<CentralityRow> rows{};     ///< highest first, undefined last, ties by id
  std::optional<std::size_t> picked{};   ///< how many rows ranks are among, where rows were picked
  std::vector<std::string> both_ways{};  ///< measures of direction, taken without arrows
  EdgesLeftOut left_out{};
  std::vector<MeasureRemark> remarks{};
  bool edge_scores_beside = false;  ///< some measures are of edges, and rows are nodes
  Subset subset;
};

/// Subset: the scope with a score for each measure, called AskedMeasure::name(). The whole scope is
/// measured and has scores, whatever `rows` are picked; ranks are among the rows that are picked.
/// Rows are edges when all measures are of edges. Errors: a measure twice; a start out of scope;
/// two_mode for a graph with an edge inside one side, or closeness in two modes with weights.
/// centrality_costs() estimates how long it takes.
CentralityAnswer centrality(const Subset& scope, const CentralityOptions& options);

/// `rank`, `node`, `node_id`, `kind`, a column for each measure; where rows are edges `rank`, `from`,
/// `from_id`, `relation`, `to`, `to_id` and the measures.
Table table_of(const CentralityAnswer& answer, const Context& context = {});

/// What the measures that are asked for cost. A pass that several of them use counts once.
std::vector<Cost> centrality_costs(const Subset& scope, const CentralityOptions& options);

}  // namespace oscegraph
