// SPDX-License-Identifier: Apache-2.0
//
// Calls the kernels for the tree and for the largest flow, and writes their results as edges.
#include "oscegraph/queries/paths/connect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/kernels/structure/components.hpp"
#include "oscegraph/queries/kernels/structure/max_flow.hpp"
#include "oscegraph/queries/kernels/structure/steiner_tree.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/measures/compact_graph.hpp"
#include "oscegraph/queries/paths/steps.hpp"

namespace oscegraph {
namespace {

void require_distinct(const Subset& scope, std::vector<NodeId> nodes) {
  for (const NodeId n : nodes) require_node(scope, n);
  std::ranges::sort(nodes);
  const auto twice = std::ranges::adjacent_find(nodes);
  if (twice != nodes.end())
    throw WrongValue("'" + display_name(scope.graph(), *twice) + "' is named twice", "",
                     "name two or more different nodes");
}

void require_one_component(const Subset& scope, const CompactGraph& graph,
                           const std::vector<NodeId>& nodes, const Context& context) {
  const std::vector<Vertex> label = components(graph.out, context);
  for (const NodeId n : nodes)
    if (label[graph.place[n]] != label[graph.place[nodes.front()]])
      throw NotThere("nothing connects '" + display_name(scope.graph(), nodes.front()) + "' and '" +
                         display_name(scope.graph(), n) + "'",
                     "", "see 'oscegraph components' for what hangs together");
}

/// One arc for each edge that money can pass.
struct MoneyArcs {
  std::vector<CapacityArc> arcs;
  std::vector<EdgeId> edges;
};

MoneyArcs money_arcs_of(const Subset& scope, const LedgerKey& key, const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = scope.graph();
  MoneyArcs result;
  for (const EdgeId e : scope.edges()) {
    check.count();
    const Relation relation = graph.edge_relation(e);
    if (relation == Relation::implements) {
      result.arcs.push_back({graph.edge_to(e), graph.edge_from(e), unlimited});
      result.edges.push_back(e);
    }
    if (relation != Relation::funds && relation != Relation::channels_to) continue;
    const Ledger ledger = ledger_of(scope, e);
    const Range* sum = ledger.find(key);
    if (sum == nullptr || sum->low <= 0) continue;
    result.arcs.push_back({graph.edge_from(e), graph.edge_to(e), sum->low});
    result.edges.push_back(e);
  }
  return result;
}

/// A person reads an edge as its two ends with the relation between.
std::vector<Cell> edge_cells(const Graph& graph, EdgeId e) {
  return {name_cell(graph, graph.edge_from(e)), text_cell(name_of(graph.edge_relation(e))),
          name_cell(graph, graph.edge_to(e))};
}

/// Amounts as scores, in units of the currency; NaN where there is none.
void set_scores(MoneyFlowAnswer& answer) {
  const std::vector<double> undefined(answer.subset.graph().edge_count(),
                                      std::numeric_limits<double>::quiet_NaN());
  Score carried{"carried", ScoreOf::edge, undefined};
  Score capacity{"capacity", ScoreOf::edge, undefined};
  const double unit = std::pow(10.0, answer.key.currency.decimals());
  for (const MoneyCarried& one : answer.edges) {
    carried.values[one.edge] = static_cast<double>(one.carried.minor) / unit;
    if (one.capacity) capacity.values[one.edge] = static_cast<double>(one.capacity->minor) / unit;
  }
  answer.subset.set_score(std::move(carried));
  answer.subset.set_score(std::move(capacity));
}

}  // namespace

ConnectAnswer connect(const Subset& scope, const ConnectOptions& options) {
  require_distinct(scope, options.nodes);
  const CompactGraph graph = compact_graph(scope, Arrows::ignored, {}, options.context);
  require_one_component(scope, graph, options.nodes, options.context);
  std::vector<Vertex> terminals;
  for (const NodeId n : options.nodes) terminals.push_back(graph.place[n]);
  std::ranges::sort(terminals);

  const std::vector<Arc> tree = steiner_tree(graph.out, terminals, options.context);
  ConnectAnswer answer{.nodes = options.nodes,
                       .connections = tree.size(),
                       .nodes_between = tree.size() + 1 - terminals.size(),
                       .subset = Subset(scope.graph())};
  for (const Arc& arc : tree)
    for (const EdgeId e :
         edges_between(scope, graph.nodes[arc.from], graph.nodes[arc.to], Direction::both)) {
      answer.subset.insert_edge(e, scope);
      answer.edges.push_back({e, scope.document_count(e)});
    }
  return answer;
}

Table table_of(const ConnectAnswer& answer, const Context& /*context*/) {
  const Graph& graph = answer.subset.graph();
  Table table;
  table.facts = {{"connections", count_cell(answer.connections)},
                 {"nodes_between", count_cell(answer.nodes_between)}};
  table.columns = {{"from", ColumnType::text},
                   {"relation", ColumnType::text},
                   {"to", ColumnType::text},
                   {"documents", ColumnType::integer}};
  for (const ConnectingEdge& one : answer.edges) {
    std::vector<Cell> row = edge_cells(graph, one.edge);
    row.push_back(count_cell(one.documents));
    table.add_row(std::move(row));
  }
  if (answer.nodes.size() > 2)
    table.notes.emplace_back(
        "A small subgraph that joins them; one with up to half as many connections may exist.");
  return table;
}

MoneyFlowAnswer money_flow(const Subset& scope, const MoneyFlowOptions& options) {
  require_distinct(scope, {options.from, options.to});
  const Graph& graph = scope.graph();
  const Currency currency = options.key.currency;
  const MoneyArcs money = money_arcs_of(scope, options.key, options.context);
  const MaxFlow flow = max_flow(static_cast<Vertex>(graph.node_count()), money.arcs, options.from,
                                options.to, options.context);
  if (flow.value == 0 || flow.value >= unlimited)
    throw NotThere(
        "no documented amount of " + words(options.key) + " can pass from '" +
            display_name(graph, options.from) + "' to '" + display_name(graph, options.to) + "'",
        "money passes along funds and channels_to, and from a project to its implementers",
        "another flow or currency may be documented: see 'oscegraph funding'");
  MoneyFlowAnswer answer{.from = options.from,
                         .to = options.to,
                         .key = options.key,
                         .can_pass = {flow.value, currency},
                         .subset = Subset(graph)};
  for (std::size_t i = 0; i < money.arcs.size(); ++i) {
    const CapacityArc& arc = money.arcs[i];
    if (flow.flow[i] == 0) continue;
    MoneyCarried carried{money.edges[i], Money{flow.flow[i], currency}, std::nullopt,
                         flow.reachable[arc.from] && !flow.reachable[arc.to]};
    if (arc.capacity < unlimited) carried.capacity = Money{arc.capacity, currency};
    answer.subset.insert_edge(carried.edge, scope);
    answer.edges.push_back(carried);
  }
  set_scores(answer);
  return answer;
}

Table table_of(const MoneyFlowAnswer& answer, const Context& /*context*/) {
  const Graph& graph = answer.subset.graph();
  Table table;
  table.facts = {{"can_pass", Cell(answer.can_pass)}};
  table.columns = {{"from", ColumnType::text},      {"relation", ColumnType::text},
                   {"to", ColumnType::text},        {"carried", ColumnType::money},
                   {"capacity", ColumnType::money}, {"narrow", ColumnType::boolean}};
  for (const MoneyCarried& one : answer.edges) {
    std::vector<Cell> row = edge_cells(graph, one.edge);
    row.emplace_back(one.carried);
    row.push_back(one.capacity ? Cell(*one.capacity) : Cell());
    row.emplace_back(one.narrow);
    table.add_row(std::move(row));
  }
  table.notes.push_back("Amounts are " + words(answer.key) +
                        " as documented, a disputed one at its lowest reading. What really passed "
                        "is for the documents to say: this is the most they leave room for.");
  return table;
}

}  // namespace oscegraph
