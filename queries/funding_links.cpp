// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding_links.hpp"

#include <algorithm>
#include <utility>

namespace oscegraph {

FundingLinks::FundingLinks(const Subset& scope, RollUp& roll_up, Choose choose)
    : scope_(scope),
      choose_(std::move(choose)),
      works_(scope.graph().node_count(), [&scope](const auto& put) {
        const Graph& graph = scope.graph();
        for (const NodeId office : scope.nodes()) {
          if (graph.node_kind(office) != Kind::office) continue;
          for (const EdgeId e : graph.out_edges(office))
            if (graph.edge_relation(e) == Relation::implements && scope.contains_edge(e))
              put(graph.edge_to(e), Work{e, office});
        }
      }) {
  const Graph& graph = scope.graph();
  claims_.reserve(scope.claims().count());  // for good: links point into it
  for (const EdgeId e : scope.edges()) {
    if (graph.edge_relation(e) != Relation::funds) continue;
    FundingLink link;
    link.edge = e;
    link.funder = graph.edge_from(e);
    link.payer = roll_up.payer_of(link.funder);
    const NodeId to = graph.edge_to(e);
    switch (graph.node_kind(to)) {
      case Kind::project:
        link.project = to;
        add_project_links(link);
        break;
      case Kind::office: link.office = to; [[fallthrough]];
      default: link.passed_on = roll_up.payer_of(to) == link.payer; add_direct_links(link);
    }
  }
}

/// Links of one edge share their claims, which are looked up for the first that is kept.
FundingLinks::Choice FundingLinks::add(FundingLink& link) {
  FundingLink kept = link;
  const Choice choice = choose_(kept);
  if (choice != Choice::keep) return choice;
  if (link.claims.empty()) link.claims = keep_claims(link.edge);
  kept.claims = link.claims;
  links_.push_back(kept);
  return choice;
}

/// The edge's claims in scope; they stay where they are.
std::span<const ClaimId> FundingLinks::keep_claims(EdgeId edge) {
  const std::size_t before = claims_.size();
  for (const ClaimId c : scope_.graph().claims_of(edge))
    if (scope_.contains_claim(c)) claims_.push_back(c);
  return std::span(claims_).subspan(before);
}

/// funder -funds-> project: a link for each office that implements it.
void FundingLinks::add_project_links(FundingLink link) {
  for (const Work& work : works_.of(link.project)) {
    link.office = work.office;
    link.work = work.edge;
    if (add(link) == Choice::leave_edge) return;
  }
  if (link.work == none) add(link);
}

/// funder -funds-> office, agency or State: a link for each project the payments run inside.
void FundingLinks::add_direct_links(FundingLink link) {
  const Graph& graph = scope_.graph();
  const auto via = [&](ClaimId c) { return graph.claim_via(c); };
  const std::size_t before = claims_.size();
  const std::size_t count = keep_claims(link.edge).size();
  const auto own = std::span(claims_).subspan(before, count);
  std::ranges::stable_sort(own, {}, via);
  for (std::size_t first = 0; first < count;) {
    link.project = via(own[first]);
    std::size_t last = first;
    while (last < count && via(own[last]) == link.project) ++last;
    link.claims = own.subspan(first, last - first);
    link.work = none;
    if (link.project != none && link.office != none) {
      const auto work = graph.find_edge(link.office, Relation::implements, link.project);
      if (work && scope_.contains_edge(*work)) link.work = *work;
    }
    if (add(link) == Choice::leave_edge) return;
    first = last;
  }
}

void insert_links(const Subset& scope, const RollUp& roll_up, std::span<const FundingLink> links,
                  Subset& subset) {
  const FundingLink* before = nullptr;
  for (const FundingLink& link : links) {
    if (before == nullptr || before->funder != link.funder)
      for (const EdgeId e : roll_up.way_up(link.funder)) subset.insert_edge(e, scope);
    if (before == nullptr || before->claims.data() != link.claims.data())
      for (const ClaimId c : link.claims) subset.insert_claim(c);
    subset.insert_node(link.payer);
    if (link.project != none) subset.insert_node(link.project);
    if (link.work != none && !subset.contains_edge(link.work)) subset.insert_edge(link.work, scope);
    before = &link;
  }
}

}  // namespace oscegraph
