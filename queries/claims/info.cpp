// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/claims/info.hpp"

#include <vector>

#include "oscegraph/queries/funding/time_span.hpp"

namespace oscegraph {
namespace {

/// How often each value of a small enum occurs.
template <typename Value>
class Tally {
 public:
  explicit Tally(std::size_t values) : counts_(values) {}
  void add(Value value) { ++counts_.at(static_cast<std::size_t>(value)); }
  [[nodiscard]] std::size_t operator[](Value value) const {
    return counts_.at(static_cast<std::size_t>(value));
  }

 private:
  std::vector<std::size_t> counts_;
};

struct Counts {
  Tally<Kind> kinds{oscegraph::kinds().size()};
  Tally<Relation> relations{oscegraph::relations().size()};
  Tally<Basis> bases{basis_names().size()};
  Tally<Flow> flows{oscegraph::flows().size()};
  std::size_t amounts = 0;
  TimeSpan time;
};

Counts count(const Subset& scope, const Context& context) {
  CheckNowAndThen check(context);
  const Graph& graph = scope.graph();
  Counts counts;
  for (const NodeId n : scope.nodes()) counts.kinds.add(graph.node_kind(n));
  for (const EdgeId e : scope.edges()) counts.relations.add(graph.edge_relation(e));
  for (const ClaimId c : scope.claims()) {
    check.count();
    counts.bases.add(graph.claim_basis(c));
    if (graph.edge_relation(graph.claim_edge(c)) == Relation::funds)
      counts.flows.add(graph.claim_flow(c));
    if (graph.claim_amount(c)) ++counts.amounts;
    counts.time.add(graph.claim_time(c));
  }
  return counts;
}

void add_rows(Table& table, const Counts& counts) {
  const auto add = [&](std::string_view of, std::string_view what, std::size_t number) {
    if (number > 0) table.add_row({text_cell(of), text_cell(what), count_cell(number)});
  };
  for (const KindRow& row : kinds()) add("node", row.name, counts.kinds[row.kind]);
  for (const RelationRow& row : relations()) add("edge", row.name, counts.relations[row.relation]);
  for (const Basis basis : {Basis::stated, Basis::inferred})
    add("claim", name_of(basis), counts.bases[basis]);
  for (const FlowRow& row : flows())
    add("funds claim", row.flow == Flow::unknown ? "unknown flow" : row.name,
        counts.flows[row.flow]);
}

}  // namespace

Answer info(const Subset& scope, const Context& context) {
  const Counts counts = count(scope, context);
  Table table;
  table.facts = {{"nodes", count_cell(scope.nodes().count())},
                 {"edges", count_cell(scope.edges().count())},
                 {"claims", count_cell(scope.claims().count())},
                 {"documents", count_cell(scope.documents().size())},
                 {"first date", date_cell(counts.time.first())},
                 {"last date", date_cell(counts.time.last())},
                 {"claims that state an amount", count_cell(counts.amounts)}};
  table.columns = {
      {"of", ColumnType::text}, {"what", ColumnType::text}, {"count", ColumnType::integer}};
  add_rows(table, counts);
  return {std::move(table), scope};
}

}  // namespace oscegraph
