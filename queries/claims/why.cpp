// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/claims/why.hpp"

#include <algorithm>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/claims/claim_columns.hpp"
#include "oscegraph/queries/funding/funding_links.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/paths/steps.hpp"

namespace oscegraph {
namespace {

/// Collects edges in the order met, each once, and tells their claims.
class Telling {
 public:
  explicit Telling(const Subset& scope) : scope_(scope), answer_{{}, Subset(scope.graph())} {
    Table& table = answer_.table;
    table.columns = {{"step", ColumnType::text},
                     detail_column("from_id"),
                     {"relation", ColumnType::text},
                     detail_column("to_id")};
    table.columns.insert(table.columns.end(), claim_columns().begin(), claim_columns().end());
  }

  void tell(EdgeId edge) {
    if (answer_.subset.contains_edge(edge)) return;
    answer_.subset.insert_edge(edge, scope_);
    const Graph& graph = scope_.graph();
    const NodeId from = graph.edge_from(edge);
    const NodeId to = graph.edge_to(edge);
    for (const ClaimId c : scope_.claims_of(edge)) {
      std::vector<Cell> row{
          display_name(graph, from) + " → " + display_name(graph, to), id_cell(graph, from),
          relation_words(graph.edge_relation(edge), Direction::out), id_cell(graph, to)};
      append_claim(graph, c, row);
      answer_.table.add_row(std::move(row));
    }
  }

  [[nodiscard]] bool empty() const { return answer_.table.rows.empty(); }
  void note(std::string sentence) { answer_.table.notes.push_back(std::move(sentence)); }

  Answer finish(std::string title) {
    answer_.table.title = std::move(title);
    drop_unknown_columns(answer_.table, 4);
    return std::move(answer_);
  }

 private:
  const Subset& scope_;
  Answer answer_;
};

/// State -funds-> project <-implements- office, in project order; the funder may be an agency of
/// the State. Nothing when the two are not a State and an office.
void tell_funding(const Subset& scope, const WhyOptions& options, Telling& telling) {
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
    for (const EdgeId e : roll_up.way_up(link.funder)) telling.tell(e);
    telling.tell(link.edge);
    if (link.project == none) continue;
    for (const EdgeId e : edges_between(scope, office, link.project, Direction::out))
      if (graph.edge_relation(e) == Relation::implements) telling.tell(e);
  }
}

void tell_shortest_paths(const Subset& scope, const WhyOptions& options, Direction direction,
                         Telling& telling) {
  auto paths = shortest_paths(scope, options.from, options.to, direction, options.most_paths + 1,
                              options.context);
  if (paths.empty()) throw_no_path(scope, options.from, options.to, direction);
  if (paths.size() > options.most_paths) {
    paths.pop_back();
    telling.note("The first " + counted(paths.size(), "shortest path") + " of more.");
  }
  for (const NodePath& path : paths)
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
      for (const EdgeId e : edges_between(scope, path[i], path[i + 1], direction)) telling.tell(e);
  telling.note("No document connects the two directly: these are the steps of the " +
               counted(paths.size(), "shortest path") + ", of " +
               counted(paths.front().size() - 1, "step") + (paths.size() == 1 ? "." : " each."));
}

}  // namespace

Answer why(const Subset& scope, const WhyOptions& options) {
  require_two_nodes(scope, options.from, options.to);
  if (options.most_paths == 0)
    throw UsageError("asked for no paths at all", "the number of paths is 1 or more");
  const Direction direction = options.directed ? Direction::out : Direction::both;
  Telling telling(scope);
  for (const EdgeId e : edges_between(scope, options.from, options.to, direction)) telling.tell(e);
  if (!options.directed) tell_funding(scope, options, telling);
  if (telling.empty()) tell_shortest_paths(scope, options, direction, telling);
  return telling.finish("Why " + display_name(scope.graph(), options.from) + " and " +
                        display_name(scope.graph(), options.to) + " are connected");
}

}  // namespace oscegraph
