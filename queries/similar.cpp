// SPDX-License-Identifier: Apache-2.0
//
// Jaccard, "Étude comparative de la distribution florale" (1901), over neighbours told apart by
// relation and direction; Adamic and Adar, "Friends and neighbors on the web" (2003), over the same
// nodes: a shared neighbour weighs 1 / log(how many neighbours it has). Only nodes two steps away
// can have anything in common, so only those are looked at. Loops say nothing about a node's
// company and are left out.
#include "oscegraph/queries/similar.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "oscegraph/queries/direction.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

struct Alike {
  NodeId node = none;
  double jaccard = 0;
  double adamic_adar = 0;
  std::vector<NodeId> shared;  ///< in order of number
};

/// Calls visit(relation, seen from the node, other end) for each neighbour that is not itself.
template <typename Visit>
void for_each_neighbor(const Subset& scope, NodeId node, Visit visit) {
  const Graph& graph = scope.graph();
  for_each_edge(scope, node, Direction::both, [&](EdgeId e, NodeId other) {
    if (other == node) return;
    const Direction seen = graph.edge_from(e) == node ? Direction::out : Direction::in;
    visit(graph.edge_relation(e), seen, other);
  });
}

std::size_t count_neighbors(const Subset& scope, NodeId node) {
  std::size_t count = 0;
  for_each_neighbor(scope, node, [&](Relation, Direction, NodeId) { ++count; });
  return count;
}

/// How many different nodes it has edges with.
std::size_t count_neighbor_nodes(const Subset& scope, NodeId node) {
  std::vector<NodeId> nodes;
  for_each_neighbor(scope, node,
                    [&](Relation, Direction, NodeId other) { nodes.push_back(other); });
  std::ranges::sort(nodes);
  return nodes.size() - std::ranges::unique(nodes).size();
}

/// (candidate, shared neighbour) for each relation the two share towards it, ordered.
std::vector<std::pair<NodeId, NodeId>> meetings(const Subset& scope, NodeId node) {
  const Graph& graph = scope.graph();
  std::vector<std::pair<NodeId, NodeId>> result;
  for_each_neighbor(scope, node, [&](Relation relation, Direction seen, NodeId shared) {
    for_each_neighbor(scope, shared, [&](Relation r, Direction from_shared, NodeId candidate) {
      if (r == relation && from_shared == reversed(seen) && candidate != node &&
          graph.node_kind(candidate) == graph.node_kind(node))
        result.emplace_back(candidate, shared);
    });
  });
  std::ranges::sort(result);
  return result;
}

/// Candidates with their scores, best first.
std::vector<Alike> rank(const Subset& scope, NodeId node) {
  const auto met = meetings(scope, node);
  const std::size_t own = count_neighbors(scope, node);
  std::vector<Alike> ranked;
  for (auto first = met.begin(); first != met.end();) {
    Alike alike;
    alike.node = first->first;
    std::size_t common = 0;
    for (; first != met.end() && first->first == alike.node; ++first, ++common)
      if (alike.shared.empty() || alike.shared.back() != first->second)
        alike.shared.push_back(first->second);
    const std::size_t either = own + count_neighbors(scope, alike.node) - common;
    alike.jaccard = static_cast<double>(common) / static_cast<double>(either);
    for (const NodeId n : alike.shared)
      alike.adamic_adar += 1 / std::log(static_cast<double>(count_neighbor_nodes(scope, n)));
    ranked.push_back(std::move(alike));
  }
  std::ranges::stable_sort(ranked, [](const Alike& a, const Alike& b) {
    return a.jaccard != b.jaccard ? a.jaccard > b.jaccard : a.adamic_adar > b.adamic_adar;
  });
  return ranked;
}

Subset subset_of(const Subset& scope, NodeId node, const std::vector<Alike>& ranked) {
  const std::size_t size = scope.graph().node_count();
  const std::vector<double> undefined(size, std::numeric_limits<double>::quiet_NaN());
  Score jaccard{"jaccard", ScoreOf::node, undefined};
  Score adamic_adar{"adamic_adar", ScoreOf::node, undefined};
  Subset subset(scope.graph());
  subset.insert_node(node);
  for (const Alike& alike : ranked) {
    subset.insert_node(alike.node);
    for (const NodeId n : alike.shared) subset.insert_node(n);
    jaccard.values[alike.node] = alike.jaccard;
    adamic_adar.values[alike.node] = alike.adamic_adar;
  }
  subset.insert_edges_between(scope);
  subset.set_score(std::move(jaccard));
  subset.set_score(std::move(adamic_adar));
  return subset;
}

}  // namespace

Answer similar(const Subset& scope, const SimilarOptions& options) {
  require_node(scope, options.node);
  const Graph& graph = scope.graph();
  std::vector<Alike> ranked = rank(scope, options.node);
  if (ranked.size() > options.top) ranked.resize(options.top);

  Table table;
  table.title = "Like " + display_name(graph, options.node);
  table.columns = {{"node", ColumnType::text},
                   detail_column("node_id"),
                   {"jaccard", ColumnType::number},
                   {"adamic_adar", ColumnType::number},
                   {"shared", ColumnType::list}};
  for (const Alike& alike : ranked)
    table.add_row({name_cell(graph, alike.node), id_cell(graph, alike.node), Cell(alike.jaccard),
                   Cell(alike.adamic_adar), names_cell(graph, alike.shared)});
  if (ranked.empty())
    table.notes.push_back("No other " + std::string(name_of(graph.node_kind(options.node))) +
                          " stands in the same relation to the same neighbour.");
  return {std::move(table), subset_of(scope, options.node, ranked)};
}

}  // namespace oscegraph
