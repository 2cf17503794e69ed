// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding_links.hpp"

#include <algorithm>

#include "oscegraph/queries/grouped.hpp"

namespace oscegraph {

namespace {

using Choice = FundingLinks::Choice;

/// Looks for the links, and puts those that are kept, with their claims, where they stay.
class LinkFinder {
 public:
  /// Precondition: `claims` has room for all in scope, because links point into it.
  LinkFinder(const Subset& scope, RollUp& roll_up, const FundingLinks::Choose& choose,
             std::vector<ClaimId>& claims, std::vector<FundingLink>& links)
      : scope_(scope),
        graph_(scope.graph()),
        roll_up_(roll_up),
        choose_(choose),
        works_(graph_.node_count(), [this](const auto& put) { each_work(put); }),
        claims_(claims),
        links_(links) {}

  void run() {
    for (const EdgeId e : scope_.edges()) {
      if (graph_.edge_relation(e) != Relation::funds) continue;
      FundingLink link;
      link.edge = e;
      link.funder = graph_.edge_from(e);
      link.payer = roll_up_.payer_of(link.funder);
      const NodeId to = graph_.edge_to(e);
      switch (graph_.node_kind(to)) {
        case Kind::project:
          link.project = to;
          add_project_links(link);
          break;
        case Kind::office: link.office = to; [[fallthrough]];
        default: link.passed_on = roll_up_.payer_of(to) == link.payer; add_direct_links(link);
      }
    }
  }

 private:
  struct Work {
    EdgeId edge;
    NodeId office;
  };

  template <typename Put>
  void each_work(const Put& put) const {
    for (const NodeId office : scope_.nodes()) {
      if (graph_.node_kind(office) != Kind::office) continue;
      for (const EdgeId e : graph_.out_edges(office))
        if (graph_.edge_relation(e) == Relation::implements && scope_.contains_edge(e))
          put(graph_.edge_to(e), Work{e, office});
    }
  }

  /// Links of one edge share their claims, which are looked up for the first that is kept.
  Choice add(FundingLink& link) {
    FundingLink kept = link;
    const Choice choice = choose_(kept);
    if (choice != Choice::keep) return choice;
    if (link.claims.empty()) link.claims = keep_claims(link.edge);
    kept.claims = link.claims;
    links_.push_back(kept);
    return choice;
  }

  /// The edge's claims in scope; they stay where they are.
  std::span<ClaimId> keep_claims(EdgeId edge) {
    const std::size_t before = claims_.size();
    for (const ClaimId c : graph_.claims_of(edge))
      if (scope_.contains_claim(c)) claims_.push_back(c);
    return std::span(claims_).subspan(before);
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
  RollUp& roll_up_;
  const FundingLinks::Choose& choose_;
  Grouped<Work> works_;  ///< by project
  std::vector<ClaimId>& claims_;
  std::vector<FundingLink>& links_;
};

}  // namespace

FundingLinks::FundingLinks(const Subset& scope, RollUp& roll_up, const Choose& choose) {
  claims_.reserve(scope.claims().count());
  // Most edges give one link: a list that grows by doubling would be copied again and again.
  links_.reserve(static_cast<std::size_t>(std::ranges::count_if(
      scope.edges(), [&](EdgeId e) { return scope.graph().edge_relation(e) == Relation::funds; })));
  LinkFinder(scope, roll_up, choose, claims_, links_).run();
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
