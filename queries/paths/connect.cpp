// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/paths/connect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/kernels/components.hpp"
#include "oscegraph/queries/kernels/max_flow.hpp"
#include "oscegraph/queries/kernels/steiner_tree.hpp"
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

/// One pipe for each edge that money can pass.
struct Pipes {
  std::vector<Pipe> pipes;
  std::vector<EdgeId> edges;
};

Pipes pipes_of(const Subset& scope, const LedgerKey& key, const Context& context) {
  CheckNowAndThen check(context);
  const Graph& graph = scope.graph();
  Pipes result;
  for (const EdgeId e : scope.edges()) {
    check.count();
    const Relation relation = graph.edge_relation(e);
    if (relation == Relation::implements) {
      result.pipes.push_back({graph.edge_to(e), graph.edge_from(e), unlimited});
      result.edges.push_back(e);
    }
    if (relation != Relation::funds && relation != Relation::channels_to) continue;
    const Ledger ledger = ledger_of(scope, e);
    const Range* sum = ledger.find(key);
    if (sum == nullptr || sum->low <= 0) continue;
    result.pipes.push_back({graph.edge_from(e), graph.edge_to(e), sum->low});
    result.edges.push_back(e);
  }
  return result;
}

}  // namespace

Answer connect(const Subset& scope, const ConnectOptions& options) {
  require_distinct(scope, options.nodes);
  const Graph& whole = scope.graph();
  const CompactGraph graph = compact_graph(scope, Arrows::ignored, {}, options.context);
  require_one_component(scope, graph, options.nodes, options.context);
  std::vector<Vertex> terminals;
  for (const NodeId n : options.nodes) terminals.push_back(graph.place[n]);
  std::ranges::sort(terminals);

  Answer answer{{}, Subset(whole)};
  Table& table = answer.table;
  table.columns = {{"from", ColumnType::text},
                   {"relation", ColumnType::text},
                   {"to", ColumnType::text},
                   {"documents", ColumnType::integer}};
  const std::vector<Arc> tree = steiner_tree(graph.out, terminals, options.context);
  for (const Arc& arc : tree)
    for (const EdgeId e :
         edges_between(scope, graph.nodes[arc.from], graph.nodes[arc.to], Direction::both)) {
      answer.subset.insert_edge(e, scope);
      table.add_row({name_cell(whole, whole.edge_from(e)),
                     text_cell(name_of(whole.edge_relation(e))), name_cell(whole, whole.edge_to(e)),
                     count_cell(scope.document_count(e))});
    }
  table.facts = {{"connections", count_cell(tree.size())},
                 {"nodes_between", count_cell(tree.size() + 1 - terminals.size())}};
  if (terminals.size() > 2)
    table.notes.emplace_back(
        "A small subgraph that joins them; one with up to half as many connections may exist.");
  return answer;
}

Answer money_flow(const Subset& scope, const MoneyFlowOptions& options) {
  require_distinct(scope, {options.from, options.to});
  const Graph& whole = scope.graph();
  const Pipes pipes = pipes_of(scope, options.key, options.context);
  const MaxFlow flow = max_flow(static_cast<Vertex>(whole.node_count()), pipes.pipes, options.from,
                                options.to, options.context);
  if (flow.value == 0 || flow.value >= unlimited)
    throw NotThere(
        "no documented amount of " + words(options.key) + " can pass from '" +
            display_name(whole, options.from) + "' to '" + display_name(whole, options.to) + "'",
        "money passes along funds and channels_to, and from a project to its implementers",
        "another flow or currency may be documented: see 'oscegraph funding'");
  Answer answer{{}, Subset(whole)};
  Table& table = answer.table;
  table.facts = {{"can_pass", Cell(Money{flow.value, options.key.currency})}};
  table.columns = {{"from", ColumnType::text},      {"relation", ColumnType::text},
                   {"to", ColumnType::text},        {"carried", ColumnType::money},
                   {"capacity", ColumnType::money}, {"narrow", ColumnType::boolean}};
  const std::vector<double> undefined(whole.edge_count(), std::numeric_limits<double>::quiet_NaN());
  Score carried{"carried", ScoreOf::edge, undefined};
  Score capacity{"capacity", ScoreOf::edge, undefined};
  const double unit = std::pow(10.0, options.key.currency.decimals());
  for (std::size_t i = 0; i < pipes.pipes.size(); ++i) {
    const Pipe& pipe = pipes.pipes[i];
    if (flow.flow[i] == 0) continue;
    const EdgeId e = pipes.edges[i];
    const bool bounded = pipe.capacity < unlimited;
    answer.subset.insert_edge(e, scope);
    carried.values[e] = static_cast<double>(flow.flow[i]) / unit;
    if (bounded) capacity.values[e] = static_cast<double>(pipe.capacity) / unit;
    const bool narrow = flow.reachable[pipe.from] && !flow.reachable[pipe.to];
    table.add_row(
        {name_cell(whole, whole.edge_from(e)), text_cell(name_of(whole.edge_relation(e))),
         name_cell(whole, whole.edge_to(e)), Cell(Money{flow.flow[i], options.key.currency}),
         bounded ? Cell(Money{pipe.capacity, options.key.currency}) : Cell(), Cell(narrow)});
  }
  answer.subset.set_score(std::move(carried));
  answer.subset.set_score(std::move(capacity));
  table.notes.push_back("Amounts are " + words(options.key) +
                        " as documented, a disputed one at its lowest reading. What really passed "
                        "is for the documents to say: this is the most they leave room for.");
  return answer;
}

}  // namespace oscegraph
