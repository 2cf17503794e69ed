// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/cofunding.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/roll_up.hpp"

namespace oscegraph {
namespace {

/// One payer of one project, by one funds edge.
struct Payment {
  NodeId project;
  NodeId payer;
  EdgeId edge;
};

struct Shared {
  NodeId a;
  NodeId b;
  NodeId project;
};

struct Pair {
  NodeId a = none;
  NodeId b = none;
  double jaccard = 0;
  std::vector<NodeId> projects;
};

/// By project, then payer, then edge.
std::vector<Payment> payments(const Subset& scope, RollUp& roll_up) {
  const Graph& graph = scope.graph();
  std::vector<Payment> result;
  for (const EdgeId e : scope.edges())
    if (graph.edge_relation(e) == Relation::funds &&
        graph.node_kind(graph.edge_to(e)) == Kind::project)
      result.push_back({graph.edge_to(e), roll_up.payer_of(graph.edge_from(e)), e});
  std::ranges::sort(result, {},
                    [](const Payment& p) { return std::tuple(p.project, p.payer, p.edge); });
  return result;
}

/// A project's payers once each, with no regard to the edges.
std::vector<Payment> once_per_payer(std::vector<Payment> payments) {
  const auto repeated = std::ranges::unique(
      payments, {}, [](const Payment& p) { return std::pair(p.project, p.payer); });
  payments.erase(repeated.begin(), repeated.end());
  return payments;
}

/// Every pair of payers of a project, ordered by pair then project.
std::vector<Shared> shared_projects(const std::vector<Payment>& payers) {
  std::vector<Shared> shared;
  for (auto first = payers.begin(); first != payers.end(); ++first)
    for (auto second = first + 1; second != payers.end() && second->project == first->project;
         ++second)
      shared.push_back({first->payer, second->payer, first->project});
  std::ranges::sort(shared, {}, [](const Shared& s) { return std::tuple(s.a, s.b, s.project); });
  return shared;
}

/// Pairs with enough in common, in order of payer numbers.
std::vector<Pair> find_pairs(const Graph& graph, const std::vector<Payment>& payers,
                             std::size_t min_shared) {
  std::vector<std::size_t> funded(graph.node_count());
  for (const Payment& payment : payers) ++funded[payment.payer];
  std::vector<Pair> pairs;
  for (const Shared& shared : shared_projects(payers)) {
    if (pairs.empty() || pairs.back().a != shared.a || pairs.back().b != shared.b)
      pairs.push_back({shared.a, shared.b, 0, {}});
    pairs.back().projects.push_back(shared.project);
  }
  std::erase_if(pairs, [&](const Pair& pair) { return pair.projects.size() < min_shared; });
  for (Pair& pair : pairs) {
    const std::size_t either = funded[pair.a] + funded[pair.b] - pair.projects.size();
    pair.jaccard = static_cast<double>(pair.projects.size()) / static_cast<double>(either);
  }
  return pairs;
}

/// As they are shown: names within a pair, then the pairs.
void put_in_order(const Graph& graph, const std::vector<Payment>& payers,
                  std::vector<Pair>& pairs) {
  std::vector<NodeId> named;
  for (const Payment& payment : payers) {
    named.push_back(payment.payer);
    named.push_back(payment.project);
  }
  const NameRanks before(graph, std::move(named));
  for (Pair& pair : pairs) {
    if (before(pair.b, pair.a)) std::swap(pair.a, pair.b);
    std::ranges::sort(pair.projects, std::cref(before));
  }
  std::ranges::sort(pairs, [&](const Pair& x, const Pair& y) {
    if (x.projects.size() != y.projects.size()) return x.projects.size() > y.projects.size();
    if (x.jaccard != y.jaccard) return x.jaccard > y.jaccard;
    return x.a != y.a ? before(x.a, y.a) : before(x.b, y.b);
  });
}

Table table_of(const Graph& graph, const std::vector<Pair>& pairs) {
  Table table;
  table.columns = {{"a", ColumnType::text},         detail_column("a_id"),
                   {"b", ColumnType::text},         detail_column("b_id"),
                   {"shared", ColumnType::integer}, {"jaccard", ColumnType::number},
                   {"projects", ColumnType::list}};
  for (const Pair& pair : pairs)
    table.add_row({name_cell(graph, pair.a), id_cell(graph, pair.a), name_cell(graph, pair.b),
                   id_cell(graph, pair.b), count_cell(pair.projects.size()), Cell(pair.jaccard),
                   names_cell(graph, pair.projects)});
  table.notes.emplace_back(
      "Two funders meet in a project that both fund; what an agency funds counts for its State. "
      "Jaccard: shared projects divided by projects either funds.");
  return table;
}

/// The payments that some listed pair shares.
Subset subset_of(const Subset& scope, const RollUp& roll_up, const std::vector<Payment>& payments,
                 const std::vector<Pair>& pairs) {
  std::vector<std::pair<NodeId, NodeId>> listed;  // project, payer
  for (const Pair& pair : pairs)
    for (const NodeId project : pair.projects)
      for (const NodeId payer : {pair.a, pair.b}) listed.emplace_back(project, payer);
  std::ranges::sort(listed);
  Subset subset(scope.graph());
  for (const Payment& payment : payments) {
    if (!std::ranges::binary_search(listed, std::pair(payment.project, payment.payer))) continue;
    subset.insert_edge(payment.edge, scope);
    for (const EdgeId e : roll_up.way_up(scope.graph().edge_from(payment.edge)))
      subset.insert_edge(e, scope);
  }
  return subset;
}

}  // namespace

Answer cofunding(const Subset& scope, const CofundingOptions& options) {
  RollUp roll_up(scope);
  const std::vector<Payment> all = payments(scope, roll_up);
  const std::vector<Payment> payers = once_per_payer(all);
  std::vector<Pair> pairs = find_pairs(scope.graph(), payers, options.min_shared);
  put_in_order(scope.graph(), payers, pairs);
  return {table_of(scope.graph(), pairs), subset_of(scope, roll_up, all, pairs)};
}

}  // namespace oscegraph
