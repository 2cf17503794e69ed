// SPDX-License-Identifier: Apache-2.0
//
// Compares the neighbours of the node with those of other nodes. Jaccard, "Étude comparative de la
// distribution florale" (1901), is computed over neighbours that are distinguished by relation and
// direction. Adamic and Adar, "Friends and neighbors on the web" (2003), is computed over the same
// nodes: a shared neighbour counts 1 / log(how many neighbours it has). Only nodes two steps away
// can have neighbours in common, so only these are compared. Loops are left out, since they lead to
// no neighbour.
#include "oscegraph/queries/measures/similar.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "oscegraph/queries/direction.hpp"
#include "oscegraph/queries/kernels/paths/meeting.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/measures/compact_graph.hpp"

namespace oscegraph {
namespace {

using Alike = SimilarNode;

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
std::vector<std::pair<NodeId, NodeId>> meetings(const Subset& scope, NodeId node,
                                                const Context& context) {
  const Graph& graph = scope.graph();
  std::vector<std::pair<NodeId, NodeId>> result;
  for_each_neighbor(scope, node, [&](Relation relation, Direction seen, NodeId shared) {
    context.check();
    for_each_neighbor(scope, shared, [&](Relation r, Direction from_shared, NodeId candidate) {
      if (r == relation && from_shared == reversed(seen) && candidate != node &&
          graph.node_kind(candidate) == graph.node_kind(node))
        result.emplace_back(candidate, shared);
    });
  });
  std::ranges::sort(result);
  return result;
}

/// Those with something in common, in order of number.
std::vector<Alike> sharing(const Subset& scope, NodeId node, const Context& context) {
  PeriodicCheck check(context, 64);
  const auto met = meetings(scope, node, context);
  const std::size_t own = count_neighbors(scope, node);
  std::vector<Alike> ranked;
  for (auto first = met.begin(); first != met.end();) {
    check.count();
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
  return ranked;
}

/// All of the node's kind that its walker can meet, in order of number; `met` has what some share.
std::vector<Alike> meeting(const Subset& scope, NodeId node, const CompactGraph& graph,
                           const std::vector<double>& chance, std::vector<Alike> met) {
  std::vector<Alike> ranked;
  auto known = met.begin();
  for (Vertex v = 0; v < graph.size(); ++v) {
    const NodeId n = graph.nodes[v];
    if (chance[v] == 0 || n == node || scope.graph().node_kind(n) != scope.graph().node_kind(node))
      continue;
    while (known != met.end() && known->node < n) ++known;
    if (known != met.end() && known->node == n) ranked.push_back(std::move(*known));
    else ranked.push_back({.node = n, .shared = {}, .meet_at = {}});
    ranked.back().meeting = chance[v];
  }
  return ranked;
}

/// Best first, the first `top`.
void cut(std::vector<Alike>& ranked, const SimilarOptions& options) {
  const auto key = [&](const Alike& alike) {
    const double first = options.by == Likeness::meeting       ? alike.meeting
                         : options.by == Likeness::adamic_adar ? alike.adamic_adar
                                                               : alike.jaccard;
    return std::tuple(first, alike.jaccard, alike.adamic_adar);
  };
  std::ranges::stable_sort(ranked, std::ranges::greater(), key);
  if (ranked.size() > options.top) ranked.resize(options.top);
}

std::vector<Alike> rank(const Subset& scope, const SimilarOptions& options) {
  std::vector<Alike> ranked = sharing(scope, options.node, options.context);
  if (options.by != Likeness::meeting) {
    cut(ranked, options);
    return ranked;
  }
  constexpr std::size_t places = 3;
  constexpr std::size_t steps_to_places = 3;  // later meetings say little
  const CompactGraph graph = compact_graph(scope, Arrows::ignored, {}, options.context);
  Workers workers(options.context);
  const Walk walk = walk_from(graph.out, graph.place[options.node], meeting_steps, workers);
  ranked = meeting(scope, options.node, graph, meetings_with(graph.out, walk, workers),
                   std::move(ranked));
  cut(ranked, options);
  for (Alike& alike : ranked) {
    const Walk other = walk_from(graph.out, graph.place[alike.node], steps_to_places, workers);
    for (const Vertex v : meeting_places(walk, other, places + 2)) {
      const NodeId at = graph.nodes[v];  // at home with one of the two is no reason
      if (at != alike.node && at != options.node && alike.meet_at.size() < places)
        alike.meet_at.push_back(at);
    }
  }
  return ranked;
}

Subset subset_of(const Subset& scope, const SimilarOptions& options,
                 const std::vector<Alike>& ranked) {
  const std::size_t size = scope.graph().node_count();
  const std::vector<double> undefined(size, std::numeric_limits<double>::quiet_NaN());
  Score jaccard{"jaccard", ScoreOf::node, undefined};
  Score adamic_adar{"adamic_adar", ScoreOf::node, undefined};
  Score meeting{"meeting", ScoreOf::node, undefined};
  Subset subset(scope.graph());
  subset.insert_node(options.node);
  for (const Alike& alike : ranked) {
    subset.insert_node(alike.node);
    for (const NodeId n : alike.shared) subset.insert_node(n);
    for (const NodeId n : alike.meet_at) subset.insert_node(n);
    jaccard.values[alike.node] = alike.jaccard;
    adamic_adar.values[alike.node] = alike.adamic_adar;
    meeting.values[alike.node] = alike.meeting;
  }
  subset.insert_edges_between(scope);
  subset.set_score(std::move(jaccard));
  subset.set_score(std::move(adamic_adar));
  if (options.by == Likeness::meeting) subset.set_score(std::move(meeting));
  return subset;
}

}  // namespace

SimilarAnswer similar(const Subset& scope, const SimilarOptions& options) {
  require_node(scope, options.node);
  std::vector<Alike> ranked = rank(scope, options);
  Subset subset = subset_of(scope, options, ranked);
  return {options.node, options.by, std::move(ranked), std::move(subset)};
}

Table table_of(const SimilarAnswer& answer, const Context& /*context*/) {
  const Graph& graph = answer.subset.graph();
  const bool by_meeting = answer.by == Likeness::meeting;
  Table table;
  table.title = "Like " + display_name(graph, answer.node);
  table.columns = {{"node", ColumnType::text}, detail_column("node_id")};
  if (by_meeting) table.columns.push_back({"meeting", ColumnType::number});
  table.columns.push_back({"jaccard", ColumnType::number});
  table.columns.push_back({"adamic_adar", ColumnType::number});
  table.columns.push_back({"shared", ColumnType::list});
  if (by_meeting) table.columns.push_back({"meet_at", ColumnType::list});
  for (const Alike& alike : answer.similar) {
    std::vector<Cell> row{name_cell(graph, alike.node), id_cell(graph, alike.node)};
    if (by_meeting) row.emplace_back(alike.meeting);
    row.emplace_back(alike.jaccard);
    row.emplace_back(alike.adamic_adar);
    row.push_back(names_cell(graph, alike.shared));
    if (by_meeting) row.push_back(names_cell(graph, alike.meet_at));
    table.add_row(std::move(row));
  }
  const std::string kind(name_of(graph.node_kind(answer.node)));
  if (answer.similar.empty())
    table.notes.push_back(by_meeting ? "No way leads to another " + kind + "."
                                     : "No other " + kind +
                                           " stands in the same relation to the same neighbour.");
  if (by_meeting && !answer.similar.empty())
    table.notes.emplace_back(
        "Meeting: how much two walkers, one from each, meet when they take random steps at the "
        "same "
        "time; between 0 and 1, early meetings count more. Meet at: where they mostly do.");
  return table;
}

}  // namespace oscegraph
