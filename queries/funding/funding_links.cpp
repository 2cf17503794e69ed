// SPDX-License-Identifier: Apache-2.0
//
// Finds the links of each `funds` edge, on several threads, each of which takes a range of edges.
// The offices of each project are collected before.
#include "oscegraph/queries/funding/funding_links.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/graph/threads/group_by_key.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

using Choice = FundingLinks::Choice;

struct Work {
  EdgeId edge;
  NodeId office;
};

/// Who implements each project.
Groups<Work> works_by_project(const Subset& scope, const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = scope.graph();
  std::vector<EdgeId> works;
  for (const EdgeId e : graph.edges()) {
    check.count();
    if (graph.edge_relation(e) == Relation::implements && scope.contains_edge(e) &&
        graph.node_kind(graph.edge_from(e)) == Kind::office)
      works.push_back(e);
  }
  return group_by_key<Work>(
      works.size(), graph.node_count(), context,
      [&](std::size_t i) { return graph.edge_to(works[i]); },
      [&](std::size_t i) {
        return Work{works[i], graph.edge_from(works[i])};
      });
}

}  // namespace

/// Looks for the links of some edges.
class LinkFinder {
 public:
  LinkFinder(const Subset& scope, const RollUp& roll_up, const Groups<Work>& works,
             const FundingLinks::Choose& choose, unsigned thread)
      : scope_(scope),
        graph_(scope.graph()),
        roll_up_(roll_up),
        works_(works),
        choose_(choose),
        thread_(thread) {}

  /// Those that are kept, with their claims.
  FundingLinks::Part find(EdgeId first, EdgeId last) {
    std::vector<EdgeId> fundings;
    std::size_t claims = 0;
    std::size_t links = 0;
    for (const EdgeId e : id_range(first, last)) {
      if (graph_.edge_relation(e) != Relation::funds || !scope_.contains_edge(e)) continue;
      fundings.push_back(e);
      claims += std::ranges::size(graph_.claims_of(e));
      links += std::max<std::size_t>(1, works_.of(graph_.edge_to(e)).size());
    }
    found_.claims.reserve(claims);  // links point into it
    found_.links.reserve(links);
    // Projects lie anywhere in memory: a few are asked for before the first is needed.
    constexpr std::size_t at_once = 32;
    for (std::span<const EdgeId> rest = fundings; !rest.empty();) {
      const auto next = rest.first(std::min(at_once, rest.size()));
      for (const EdgeId e : next) works_.prefetch_place(graph_.edge_to(e));
      for (const EdgeId e : next) works_.prefetch(graph_.edge_to(e));
      for (const EdgeId e : next) add_links(e);
      rest = rest.subspan(next.size());
    }
    return std::move(found_);
  }

 private:
  void add_links(EdgeId e) {
    FundingLink link;
    link.edge = e;
    link.funder = graph_.edge_from(e);
    link.payer = roll_up_.payer_of(link.funder);
    const NodeId to = graph_.edge_to(e);
    const Kind kind = graph_.node_kind(to);
    if (kind == Kind::project) {
      link.project = to;
      add_project_links(link);
    } else {
      if (kind == Kind::office) link.office = to;
      add_direct_links(link);
    }
  }

  /// Links of one edge share their claims, which are looked up for the first that is kept.
  Choice add(FundingLink& link) {
    FundingLink kept = link;
    const Choice choice = choose_(kept, thread_);
    if (choice != Choice::keep) return choice;
    if (link.claims.empty()) link.claims = keep_claims(link.edge);
    kept.claims = link.claims;
    found_.links.push_back(kept);
    return choice;
  }

  /// The edge's claims in scope; they stay where they are.
  std::span<ClaimId> keep_claims(EdgeId edge) {
    const std::size_t before = found_.claims.size();
    for (const ClaimId c : graph_.claims_of(edge))
      if (scope_.contains_claim(c)) found_.claims.push_back(c);
    return std::span(found_.claims).subspan(before);
  }

  /// funder -funds-> project: a link for each office that implements it.
  void add_project_links(FundingLink link) {
    for (const Work& work : works_.of(link.project)) {
      link.office = work.office;
      link.work = work.edge;
      if (add(link) == Choice::leave_edge) return;
    }
    if (link.work == none) add(link);
  }

  /// funder -funds-> office, agency or State: a link for each project the payments run inside.
  void add_direct_links(FundingLink link) {
    const auto via = [this](ClaimId c) { return graph_.claim_via(c); };
    const std::span<ClaimId> own = keep_claims(link.edge);
    std::ranges::stable_sort(own, {}, via);
    for (std::size_t first = 0; first < own.size();) {
      link.project = via(own[first]);
      std::size_t last = first;
      while (last < own.size() && via(own[last]) == link.project) ++last;
      link.claims = own.subspan(first, last - first);
      link.work = none;
      if (link.project != none && link.office != none) {
        const auto work = graph_.find_edge(link.office, Relation::implements, link.project);
        if (work && scope_.contains_edge(*work)) link.work = *work;
      }
      if (add(link) == Choice::leave_edge) return;
      first = last;
    }
  }

  const Subset& scope_;
  const Graph& graph_;
  const RollUp& roll_up_;
  const Groups<Work>& works_;
  const FundingLinks::Choose& choose_;
  unsigned thread_;
  FundingLinks::Part found_;
};

FundingLinks::FundingLinks(const Subset& scope, const RollUp& roll_up, const Choose& choose,
                           const Context& context) {
  constexpr std::size_t grain = 1U << 17U;
  const std::size_t edges = scope.graph().edge_count();
  const Groups<Work> works = works_by_project(scope, context);
  parts_.resize((edges + grain - 1) / grain);
  parallel_ranges(edges, grain, context, [&](std::size_t first, std::size_t last, unsigned thread) {
    parts_[first / grain] = LinkFinder(scope, roll_up, works, choose, thread)
                                .find(static_cast<EdgeId>(first), static_cast<EdgeId>(last));
  });
}

std::size_t FundingLinks::size() const {
  std::size_t size = 0;
  for (const Part& part : parts_) size += part.links.size();
  return size;
}

void insert_links(const Subset& scope, const RollUp& roll_up, const FundingLinks& links,
                  Subset& subset, const Context& context) {
  PeriodicCheck check(context);
  // What a link shares with the one before it is not added again.
  NodeId funder = none;
  const ClaimId* claims = nullptr;
  IdSet works(scope.graph().edge_count());
  for (const FundingLink& link : links.all()) {
    check.count();
    if (link.funder != funder)
      for (const EdgeId e : roll_up.way_up(link.funder)) subset.insert_edge(e, scope);
    if (link.claims.data() != claims)
      for (const ClaimId c : link.claims) subset.insert_claim(c);
    subset.insert_node(link.payer);
    if (link.project != none) subset.insert_node(link.project);
    if (link.work != none) works.insert(link.work);
    funder = link.funder;
    claims = link.claims.data();
  }
  for (const EdgeId e : works) subset.insert_edge(e, scope);  // one after the other in memory
}

}  // namespace oscegraph
