// SPDX-License-Identifier: Apache-2.0
//
// Lists every pair of payers of each project, sorts the list by pair, and measures each pair.
#include "oscegraph/queries/funding/cofunding.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/funding/roll_up.hpp"
#include "oscegraph/queries/kernels/overlap_chance.hpp"
#include "oscegraph/queries/labels.hpp"

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

using Pair = CofundingPair;

/// How many of the other side each has.
struct Counts {
  std::vector<std::size_t> of;  ///< by node: projects of a payer, payers of a project
  std::size_t payers = 0;
  std::size_t projects = 0;
};

/// By project, then payer, then edge.
std::vector<Payment> payments(const Subset& scope, const RollUp& roll_up, PeriodicCheck& check) {
  const Graph& graph = scope.graph();
  std::vector<Payment> result;
  for (const EdgeId e : scope.edges()) {
    check.count();
    if (graph.edge_relation(e) == Relation::funds &&
        graph.node_kind(graph.edge_to(e)) == Kind::project)
      result.push_back({graph.edge_to(e), roll_up.payer_of(graph.edge_from(e)), e});
  }
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
std::vector<Shared> shared_projects(const std::vector<Payment>& payers, PeriodicCheck& check) {
  std::vector<Shared> shared;
  for (auto first = payers.begin(); first != payers.end(); ++first)
    for (auto second = first + 1; second != payers.end() && second->project == first->project;
         ++second) {
      check.count();
      shared.push_back({first->payer, second->payer, first->project});
    }
  std::ranges::sort(shared, {}, [](const Shared& s) { return std::tuple(s.a, s.b, s.project); });
  return shared;
}

Counts counts_of(const Graph& graph, const std::vector<Payment>& payers) {
  Counts counts;
  counts.of.resize(graph.node_count());
  for (const Payment& payment : payers) {
    if (counts.of[payment.payer]++ == 0) ++counts.payers;
    if (counts.of[payment.project]++ == 0) ++counts.projects;
  }
  return counts;
}

void measure(Pair& pair, const Counts& counts) {
  const std::size_t a = counts.of[pair.a];
  const std::size_t b = counts.of[pair.b];
  const auto shared = static_cast<double>(pair.projects.size());
  pair.jaccard = shared / static_cast<double>(a + b - pair.projects.size());
  pair.cosine = shared / std::sqrt(static_cast<double>(a) * static_cast<double>(b));
  for (const NodeId project : pair.projects)
    pair.newman += 1 / static_cast<double>(counts.of[project] - 1);
  pair.chance = overlap_chance(counts.projects, a, b, pair.projects.size());
}

/// All pairs with something in common, in order of payer numbers.
std::vector<Pair> find_pairs(const std::vector<Payment>& payers, const Counts& counts,
                             PeriodicCheck& check) {
  std::vector<Pair> pairs;
  for (const Shared& shared : shared_projects(payers, check)) {
    check.count();
    if (pairs.empty() || pairs.back().a != shared.a || pairs.back().b != shared.b)
      pairs.push_back({.a = shared.a, .b = shared.b, .projects = {}});
    pairs.back().projects.push_back(shared.project);
  }
  for (Pair& pair : pairs) {
    check.count(counts.of[pair.b] + 1);
    measure(pair, counts);
  }
  return pairs;
}

/// Leaves the pairs asked for; returns how many were left out for being what chance gives.
std::size_t keep_wanted(std::vector<Pair>& pairs, const Counts& counts,
                        const CofundingOptions& options) {
  std::size_t left_to_chance = 0;
  if (options.significance > 0) {
    std::vector<double> chances;
    for (const Pair& pair : pairs) chances.push_back(pair.chance);
    const std::size_t tested = counts.payers * (counts.payers - 1) / 2;
    const double limit = discovery_limit(chances, tested, options.significance);
    left_to_chance = std::erase_if(pairs, [&](const Pair& pair) { return pair.chance > limit; });
  }
  std::erase_if(pairs, [&](const Pair& p) { return p.projects.size() < options.min_shared; });
  return left_to_chance;
}

/// Larger is closer.
double closeness(const Pair& pair, Closeness by) {
  switch (by) {
    case Closeness::shared: break;
    case Closeness::jaccard: return pair.jaccard;
    case Closeness::cosine: return pair.cosine;
    case Closeness::newman: return pair.newman;
    case Closeness::chance: return -pair.chance;
  }
  return static_cast<double>(pair.projects.size());
}

/// As they are shown: names within a pair, then the pairs.
void put_in_order(const Graph& graph, const std::vector<Payment>& payers, Closeness by,
                  std::vector<Pair>& pairs) {
  IdSet named(graph.node_count());
  for (const Payment& payment : payers) {
    named.insert(payment.payer);
    named.insert(payment.project);
  }
  const NameRanks before(graph, named);
  for (Pair& pair : pairs) {
    if (before(pair.b, pair.a)) std::swap(pair.a, pair.b);
    std::ranges::sort(pair.projects, std::cref(before));
  }
  std::ranges::sort(pairs, [&](const Pair& x, const Pair& y) {
    const double of_x = closeness(x, by);
    const double of_y = closeness(y, by);
    if (of_x != of_y) return of_x > of_y;
    if (x.projects.size() != y.projects.size()) return x.projects.size() > y.projects.size();
    if (x.jaccard != y.jaccard) return x.jaccard > y.jaccard;
    return x.a != y.a ? before(x.a, y.a) : before(x.b, y.b);
  });
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

CofundingAnswer cofunding(const Subset& scope, const CofundingOptions& options) {
  PeriodicCheck check(options.context);
  const RollUp roll_up(scope);
  const std::vector<Payment> all = payments(scope, roll_up, check);
  const std::vector<Payment> payers = once_per_payer(all);
  const Counts counts = counts_of(scope.graph(), payers);
  std::vector<Pair> pairs = find_pairs(payers, counts, check);
  const std::size_t left_to_chance = keep_wanted(pairs, counts, options);
  options.context.check();
  put_in_order(scope.graph(), payers, options.by, pairs);
  options.context.check();
  Subset subset = subset_of(scope, roll_up, all, pairs);
  return {std::move(pairs), left_to_chance, std::move(subset)};
}

Table table_of(const CofundingAnswer& answer, const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = answer.subset.graph();
  Table table;
  table.columns = {{"a", ColumnType::text},         detail_column("a_id"),
                   {"b", ColumnType::text},         detail_column("b_id"),
                   {"shared", ColumnType::integer}, {"jaccard", ColumnType::number},
                   {"cosine", ColumnType::number},  {"newman", ColumnType::number},
                   {"chance", ColumnType::number},  {"projects", ColumnType::list}};
  for (const Pair& pair : answer.pairs) {
    check.count();
    table.add_row({name_cell(graph, pair.a), id_cell(graph, pair.a), name_cell(graph, pair.b),
                   id_cell(graph, pair.b), count_cell(pair.projects.size()), Cell(pair.jaccard),
                   Cell(pair.cosine), Cell(pair.newman), Cell(pair.chance),
                   names_cell(graph, pair.projects)});
  }
  table.notes.emplace_back(
      "Two funders meet in a project that both fund; what an agency funds counts for its State. "
      "Jaccard: shared projects divided by projects either funds. Newman: a project with k funders "
      "counts 1 / (k - 1). Chance: how likely they would share so many if both picked blindly.");
  if (answer.left_to_chance > 0)
    table.notes.push_back(counted(answer.left_to_chance, "pair") +
                          " left out: that they share so many projects may be chance.");
  return table;
}

}  // namespace oscegraph
