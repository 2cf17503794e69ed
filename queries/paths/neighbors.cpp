// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/paths/neighbors.hpp"

#include <algorithm>
#include <limits>

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
  CheckNowAndThen check(options.context);
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

LastStep last_step(const Subset& scope, const Reached& reached, NodeId node, Direction direction) {
  const Graph& graph = scope.graph();
  LastStep step;
  for_each_edge(scope, node, reversed(direction), [&](EdgeId e, NodeId before) {
    if (reached.distance[before] + 1 != reached.distance[node]) return;
    const Direction along = graph.edge_to(e) == node ? Direction::out : Direction::in;
    step.relations.push_back(relation_words(graph.edge_relation(e), along));
    step.through.push_back(before);
  });
  sort_once(step.relations);
  sort_once(step.through);
  return step;
}

Table table_of(const Subset& scope, const Reached& reached, const NeighborsOptions& options) {
  const Graph& graph = scope.graph();
  Table table;
  table.columns = {{"node", ColumnType::text},
                   detail_column("node_id"),
                   {"kind", ColumnType::text},
                   {"distance", ColumnType::integer},
                   {"relations", ColumnType::list}};
  const bool beyond_first = reached.distance[reached.order.back()] > 1;
  if (beyond_first) table.columns.push_back({"through", ColumnType::list});
  CheckNowAndThen check(options.context, 256);
  for (const NodeId n : reached.order) {
    if (n == options.node) continue;
    check.count();
    LastStep step = last_step(scope, reached, n, options.direction);
    std::vector<Cell> row{name_cell(graph, n), id_cell(graph, n), kind_cell(graph, n),
                          count_cell(reached.distance[n]), std::move(step.relations)};
    if (beyond_first)
      row.push_back(reached.distance[n] > 1 ? names_cell(graph, step.through) : Cell{});
    table.add_row(std::move(row));
  }
  if (table.rows.empty())
    table.notes.push_back(display_name(graph, options.node) + " has no neighbours here.");
  return table;
}

}  // namespace

Answer neighbors(const Subset& scope, const NeighborsOptions& options) {
  require_node(scope, options.node);
  const Reached reached = reach(scope, options);
  Subset subset(scope.graph());
  Score distance{"distance", ScoreOf::node,
                 std::vector(scope.graph().node_count(), std::numeric_limits<double>::quiet_NaN())};
  for (const NodeId n : reached.order) {
    subset.insert_node(n);
    distance.values[n] = reached.distance[n];
  }
  subset.insert_edges_between(scope);
  subset.set_score(std::move(distance));
  return {table_of(scope, reached, options), std::move(subset)};
}

}  // namespace oscegraph
