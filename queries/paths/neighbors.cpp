// SPDX-License-Identifier: Apache-2.0
//
// Searches breadth first, level by level, and collects the edges by which each node was reached.
#include "oscegraph/queries/paths/neighbors.hpp"

#include <algorithm>
#include <limits>
#include <span>

#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();

/// Breadth first: the nodes within the depth, level by level, each level in order of number. Three
/// times as fast as boost::breadth_first_visit (docs/benchmarks.md).
struct Reached {
  std::vector<NodeId> order;
  std::vector<std::uint32_t> distance;
};

Reached reach(const Subset& scope, const NeighborsOptions& options) {
  PeriodicCheck check(options.context);
  Reached reached{{options.node}, std::vector(scope.graph().node_count(), unreached)};
  reached.distance[options.node] = 0;
  std::size_t level = 0;
  for (std::uint32_t distance = 1; distance <= options.depth; ++distance) {
    const std::size_t level_end = reached.order.size();
    if (level == level_end) break;
    for (; level < level_end; ++level)
      for_each_edge(scope, reached.order[level], options.direction, [&](EdgeId, NodeId next) {
        check.count();
        if (reached.distance[next] != unreached) return;
        reached.distance[next] = distance;
        reached.order.push_back(next);
      });
    std::sort(reached.order.begin() + static_cast<std::ptrdiff_t>(level_end), reached.order.end());
  }
  return reached;
}

/// The last step to `node`: its relations in words, and the nodes it can come from.
struct LastStep {
  std::vector<std::string> relations;
  std::vector<NodeId> through;
};

template <typename Value>
void sort_once(std::vector<Value>& values) {
  std::ranges::sort(values);
  const auto repeated = std::ranges::unique(values);
  values.erase(repeated.begin(), repeated.end());
}

LastStep last_step(const Graph& graph, NodeId node, std::span<const EdgeId> edges) {
  LastStep step;
  for (const EdgeId e : edges) {
    const Direction along = graph.edge_to(e) == node ? Direction::out : Direction::in;
    step.relations.push_back(relation_words(graph.edge_relation(e), along));
    step.through.push_back(graph.other_end(e, node));
  }
  sort_once(step.relations);
  sort_once(step.through);
  return step;
}

/// Of all nodes reached but the first.
Groups<EdgeId> last_steps(const Subset& scope, const Reached& reached,
                          const NeighborsOptions& options) {
  PeriodicCheck check(options.context, 256);
  Groups<EdgeId> steps{{0}, {}};
  for (const NodeId n : reached.order) {
    if (n == options.node) continue;
    check.count();
    for_each_edge(scope, n, reversed(options.direction), [&](EdgeId e, NodeId before) {
      if (reached.distance[before] + 1 == reached.distance[n]) steps.values.push_back(e);
    });
    steps.begins.push_back(static_cast<std::uint32_t>(steps.values.size()));
  }
  return steps;
}

}  // namespace

NeighborsAnswer neighbors(const Subset& scope, const NeighborsOptions& options) {
  require_node(scope, options.node);
  const Reached reached = reach(scope, options);
  NeighborsAnswer answer{.node = options.node,
                         .last_steps = last_steps(scope, reached, options),
                         .subset = Subset(scope.graph())};
  Score distance{"distance", ScoreOf::node,
                 std::vector(scope.graph().node_count(), std::numeric_limits<double>::quiet_NaN())};
  for (const NodeId n : reached.order) {
    answer.subset.insert_node(n);
    distance.values[n] = reached.distance[n];
    if (n != options.node) answer.neighbors.push_back({n, reached.distance[n]});
  }
  answer.subset.insert_edges_between(scope);
  answer.subset.set_score(std::move(distance));
  return answer;
}

Table table_of(const NeighborsAnswer& answer, const Context& context) {
  const Graph& graph = answer.subset.graph();
  Table table;
  table.columns = {{"node", ColumnType::text},
                   detail_column("node_id"),
                   {"kind", ColumnType::text},
                   {"distance", ColumnType::integer},
                   {"relations", ColumnType::list}};
  const bool beyond_first = !answer.neighbors.empty() && answer.neighbors.back().distance > 1;
  if (beyond_first) table.columns.push_back({"through", ColumnType::list});
  PeriodicCheck check(context, 256);
  for (std::size_t i = 0; i < answer.neighbors.size(); ++i) {
    check.count();
    const auto& [n, distance] = answer.neighbors[i];
    LastStep step = last_step(graph, n, answer.last_steps.of(i));
    std::vector<Cell> row{name_cell(graph, n), id_cell(graph, n), kind_cell(graph, n),
                          count_cell(distance), std::move(step.relations)};
    if (beyond_first) row.push_back(distance > 1 ? names_cell(graph, step.through) : Cell{});
    table.add_row(std::move(row));
  }
  if (table.rows.empty())
    table.notes.push_back(display_name(graph, answer.node) + " has no neighbours here.");
  return table;
}

}  // namespace oscegraph
