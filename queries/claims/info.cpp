// SPDX-License-Identifier: Apache-2.0
//
// Counts in one pass over the nodes, edges and claims, and writes the counts as a table.
#include "oscegraph/queries/claims/info.hpp"

#include "oscegraph/queries/funding/time_span.hpp"

namespace oscegraph {

InfoAnswer info(const Subset& scope, const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = scope.graph();
  InfoAnswer answer{.nodes = scope.nodes().count(),
                    .edges = scope.edges().count(),
                    .claims = scope.claims().count(),
                    .documents = scope.documents().size(),
                    .subset = scope};
  for (const NodeId n : scope.nodes()) answer.nodes_of.add(graph.node_kind(n));
  for (const EdgeId e : scope.edges()) answer.edges_of.add(graph.edge_relation(e));
  TimeSpan time;
  for (const ClaimId c : scope.claims()) {
    check.count();
    answer.claims_of.add(graph.claim_basis(c));
    if (graph.edge_relation(graph.claim_edge(c)) == Relation::funds)
      answer.funds_claims_of.add(graph.claim_flow(c));
    if (graph.claim_amount(c)) ++answer.amounts;
    time.add(graph.claim_time(c));
  }
  answer.first = time.first();
  answer.last = time.last();
  return answer;
}

Table table_of(const InfoAnswer& answer, const Context& /*context*/) {
  Table table;
  table.facts = {{"nodes", count_cell(answer.nodes)},
                 {"edges", count_cell(answer.edges)},
                 {"claims", count_cell(answer.claims)},
                 {"documents", count_cell(answer.documents)},
                 {"first date", date_cell(answer.first)},
                 {"last date", date_cell(answer.last)},
                 {"claims that state an amount", count_cell(answer.amounts)}};
  table.columns = {
      {"of", ColumnType::text}, {"what", ColumnType::text}, {"count", ColumnType::integer}};
  const auto add = [&](std::string_view of, std::string_view what, std::size_t number) {
    if (number > 0) table.add_row({text_cell(of), text_cell(what), count_cell(number)});
  };
  for (const KindRow& row : kinds()) add("node", row.name, answer.nodes_of[row.kind]);
  for (const RelationRow& row : relations()) add("edge", row.name, answer.edges_of[row.relation]);
  for (const Basis basis : {Basis::stated, Basis::inferred})
    add("claim", name_of(basis), answer.claims_of[basis]);
  for (const FlowRow& row : flows())
    add("funds claim", row.flow == Flow::unknown ? "unknown flow" : row.name,
        answer.funds_claims_of[row.flow]);
  return table;
}

}  // namespace oscegraph
