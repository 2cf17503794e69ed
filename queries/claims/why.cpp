// SPDX-License-Identifier: Apache-2.0
//
// Collects the claims in three steps: those of the edges between the two nodes; for a State and an
// office, those of its funding; and if there are none so far, those of the shortest paths.
#include "oscegraph/queries/claims/why.hpp"

#include <algorithm>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/claims/claim_columns.hpp"
#include "oscegraph/queries/funding/funding_links.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/paths/steps.hpp"

namespace oscegraph {
namespace {

/// Adds the edge's claims, unless they have been told.
void tell(const Subset& scope, EdgeId edge, WhyAnswer& answer) {
  if (answer.subset.contains_edge(edge)) return;
  answer.subset.insert_edge(edge, scope);
  const std::vector<ClaimId> claims = scope.claims_of(edge);
  answer.claims.insert(answer.claims.end(), claims.begin(), claims.end());
}

/// State -funds-> project <-implements- office, in project order; the funder may be an agency of
/// the State. Nothing when the two are not a State and an office.
void tell_funding(const Subset& scope, const WhyOptions& options, WhyAnswer& answer) {
  const Graph& graph = scope.graph();
  NodeId state = options.from;
  NodeId office = options.to;
  if (graph.node_kind(state) == Kind::office) std::swap(state, office);
  if (graph.node_kind(state) != Kind::state || graph.node_kind(office) != Kind::office) return;
  const RollUp roll_up(scope);
  const auto choose = [&](const FundingLink& link, unsigned) {
    if (link.payer != state) return FundingLinks::Choice::leave_edge;
    return link.office == office ? FundingLinks::Choice::keep : FundingLinks::Choice::leave;
  };
  const FundingLinks links(scope, roll_up, choose, options.context);
  for (const FundingLink& link : links.all()) {
    for (const EdgeId e : roll_up.way_up(link.funder)) tell(scope, e, answer);
    tell(scope, link.edge, answer);
    if (link.project == none) continue;
    for (const EdgeId e : edges_between(scope, office, link.project, Direction::out))
      if (graph.edge_relation(e) == Relation::implements) tell(scope, e, answer);
  }
}

void tell_shortest_paths(const Subset& scope, const WhyOptions& options, Direction direction,
                         WhyAnswer& answer) {
  auto paths = shortest_paths(scope, options.from, options.to, direction, options.most_paths + 1,
                              options.context);
  if (paths.empty()) throw_no_path(scope, options.from, options.to, direction);
  if (paths.size() > options.most_paths) {
    paths.pop_back();
    answer.more_paths = true;
  }
  answer.paths = paths.size();
  answer.steps = paths.front().size() - 1;
  for (const NodePath& path : paths)
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
      for (const EdgeId e : edges_between(scope, path[i], path[i + 1], direction))
        tell(scope, e, answer);
}

}  // namespace

WhyAnswer why(const Subset& scope, const WhyOptions& options) {
  require_two_nodes(scope, options.from, options.to);
  if (options.most_paths == 0)
    throw UsageError("asked for no paths at all", "the number of paths is 1 or more");
  const Direction direction = options.directed ? Direction::out : Direction::both;
  WhyAnswer answer{.from = options.from, .to = options.to, .subset = Subset(scope.graph())};
  for (const EdgeId e : edges_between(scope, options.from, options.to, direction))
    tell(scope, e, answer);
  if (!options.directed) tell_funding(scope, options, answer);
  if (answer.claims.empty()) tell_shortest_paths(scope, options, direction, answer);
  return answer;
}

Table table_of(const WhyAnswer& answer, const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = answer.subset.graph();
  Table table;
  table.title = "Why " + display_name(graph, answer.from) + " and " +
                display_name(graph, answer.to) + " are connected";
  table.columns = {{"step", ColumnType::text},
                   detail_column("from_id"),
                   {"relation", ColumnType::text},
                   detail_column("to_id")};
  const std::size_t own_columns = table.columns.size();
  table.columns.insert(table.columns.end(), claim_columns().begin(), claim_columns().end());
  for (const ClaimId c : answer.claims) {
    check.count();
    const EdgeId edge = graph.claim_edge(c);
    const NodeId from = graph.edge_from(edge);
    const NodeId to = graph.edge_to(edge);
    std::vector<Cell> row{
        display_name(graph, from) + " → " + display_name(graph, to), id_cell(graph, from),
        relation_words(graph.edge_relation(edge), Direction::out), id_cell(graph, to)};
    append_claim(graph, c, row);
    table.add_row(std::move(row));
  }
  drop_unknown_columns(table, own_columns);
  if (answer.more_paths)
    table.notes.push_back("The first " + counted(answer.paths, "shortest path") + " of more.");
  if (answer.paths > 0)
    table.notes.push_back("No document connects the two directly: these are the steps of the " +
                          counted(answer.paths, "shortest path") + ", of " +
                          counted(answer.steps, "step") + (answer.paths == 1 ? "." : " each."));
  return table;
}

}  // namespace oscegraph
