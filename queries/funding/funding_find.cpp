// SPDX-License-Identifier: Apache-2.0
//
// Decides for each link whether it is kept for the rows or counted as left out. Each thread counts
// for itself; the counts are added up at the end.
#include "oscegraph/queries/funding/funding_find.hpp"

#include <algorithm>
#include <span>

#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

bool has(const std::vector<NodeId>& nodes, NodeId node) {
  return std::ranges::find(nodes, node) != nodes.end();
}

SomeNodes some_of(const Graph& graph, const IdSet& nodes) {
  constexpr std::size_t most = 3;
  SomeNodes some{nodes.count(), {}};
  some.first.resize(std::min(some.count, most));
  std::ranges::partial_sort_copy(nodes, some.first, ByName(graph));
  return some;
}

/// Tells links that the rows are about from those to mention as left out; each thread has its own.
class alignas(64) Selection {
 public:
  using Choice = FundingLinks::Choice;

  Selection(const Graph& graph, const RollUp& roll_up, const FundingOptions& options)
      : graph_(graph),
        roll_up_(roll_up),
        options_(options),
        other_funders_(graph.node_count()),
        without_office_(graph.node_count()) {}

  /// Keeps what is for the rows.
  Choice choose(FundingLink& link) {
    if (!is_from(link)) return Choice::leave_edge;
    if (!is_to(link)) return Choice::leave;
    if (options_.by == FundingBy::donor) link.payer = link.funder;
    if (!counts_as_funder(link.payer)) {
      other_funders_.insert(link.payer);
      return Choice::leave_edge;
    }
    if (options_.by != FundingBy::donor && is_passed_on(link)) ++passed_on_;
    else if (is_whole(link)) return Choice::keep;
    else if (graph_.edge_to(link.edge) == link.project && options_.by != FundingBy::project)
      without_office_.insert(link.project);
    else ++other_payments_;
    return Choice::leave;
  }

  /// What all of them, of one question, mention.
  static FundingLeftOut left_out(const Subset& scope, std::span<const Selection> selections) {
    const Graph& graph = scope.graph();
    IdSet funders(graph.node_count());
    IdSet projects(graph.node_count());
    FundingLeftOut result;
    result.narrowed = scope.claims().count() < graph.claim_count();
    for (const Selection& selection : selections) {
      funders.unite(selection.other_funders_);
      projects.unite(selection.without_office_);
      result.other_payments += selection.other_payments_;
      result.passed_on += selection.passed_on_;
    }
    result.funders = some_of(graph, funders);
    result.projects = some_of(graph, projects);
    return result;
  }

 private:
  [[nodiscard]] bool is_from(const FundingLink& link) const {
    return options_.from.empty() || has(options_.from, link.payer) ||
           has(options_.from, link.funder);
  }
  [[nodiscard]] bool is_to(const FundingLink& link) const {
    return options_.to.empty() || has(options_.to, link.office) || has(options_.to, link.project);
  }
  /// States; any funder that was asked for by name; and all of them in the view by donor.
  [[nodiscard]] bool counts_as_funder(NodeId payer) const {
    return options_.by == FundingBy::donor || graph_.node_kind(payer) == Kind::state ||
           !options_.from.empty();
  }

  /// To an agency of the payer's own, which pays on: a step of a chain.
  [[nodiscard]] bool is_passed_on(const FundingLink& link) const {
    const NodeId to = graph_.edge_to(link.edge);
    return to != link.project && roll_up_.payer_of(to) == link.payer;
  }

  /// Whether the link has what the view is about.
  [[nodiscard]] bool is_whole(const FundingLink& link) const {
    switch (options_.by) {
      case FundingBy::donor: return true;
      case FundingBy::project: return link.project != none;
      case FundingBy::state: return link.project != none || link.office != none;
      case FundingBy::state_office:
      case FundingBy::office: break;
    }
    return link.office != none;
  }

  const Graph& graph_;
  const RollUp& roll_up_;
  const FundingOptions& options_;
  IdSet other_funders_;
  IdSet without_office_;
  std::size_t other_payments_ = 0;
  std::size_t passed_on_ = 0;
};

}  // namespace

FoundFunding find_funding(const Subset& scope, const RollUp& roll_up,
                          const FundingOptions& options) {
  std::vector<Selection> selections(thread_count(options.context.threads),
                                    Selection(scope.graph(), roll_up, options));
  FundingLinks links(
      scope, roll_up,
      [&](FundingLink& link, unsigned thread) { return selections[thread].choose(link); },
      options.context);
  return {std::move(links), Selection::left_out(scope, selections)};
}

}  // namespace oscegraph
