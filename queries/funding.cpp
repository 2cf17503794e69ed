// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding.hpp"

#include <algorithm>
#include <limits>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/funding_notes.hpp"
#include "oscegraph/queries/funding_rows.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

bool has(const std::vector<NodeId>& nodes, NodeId node) {
  return std::ranges::find(nodes, node) != nodes.end();
}

void check(const Graph& graph, const FundingOptions& options) {
  if (options.matrix && options.by != FundingBy::state_office)
    throw UsageError("a matrix is always of States and offices", {},
                     "leave out `by` or the matrix");
  for (const NodeId n : options.from)
    if (graph.node_kind(n) == Kind::project)
      throw Error(display_name(graph, n) + " is a project and funds nobody",
                  "a funder is a state, donor, agency or office");
  for (const NodeId n : options.to) {
    const Kind kind = graph.node_kind(n);
    if (kind != Kind::office && kind != Kind::project)
      throw Error(display_name(graph, n) + " is " + with_article(name_of(kind)),
                  "funding is followed to an office or a project");
  }
}

/// Sorts links into those the rows are about and those to mention as left out.
class Selection {
 public:
  Selection(const Graph& graph, const FundingOptions& options) : graph_(graph), options_(options) {}

  void offer(FundingLink link) {
    if (!is_from(link) || !is_to(link)) return;
    if (options_.by == FundingBy::donor) link.payer = link.funder;
    if (!counts_as_funder(link.payer)) other_funders_.push_back(link);
    else if (link.passed_on && options_.by != FundingBy::donor) ++passed_on_;
    else if (is_whole(link)) chosen_.push_back(link);
    else incomplete_.push_back(link);
  }

  [[nodiscard]] const std::vector<FundingLink>& chosen() const { return chosen_; }

  [[nodiscard]] LeftOut left_out() const {
    LeftOut result;
    result.funders = distinct_by_name(graph_, other_funders_, FundingPart::payer);
    result.passed_on = passed_on_;
    if (options_.by == FundingBy::project) {
      result.other_payments = incomplete_.size();
      return result;
    }
    result.projects = distinct_by_name(graph_, incomplete_, FundingPart::project);
    result.other_payments = static_cast<std::size_t>(std::ranges::count_if(
        incomplete_, [](const FundingLink& link) { return link.project == none; }));
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
  const FundingOptions& options_;
  std::vector<FundingLink> chosen_;
  std::vector<FundingLink> incomplete_;
  std::vector<FundingLink> other_funders_;
  std::size_t passed_on_ = 0;
};

/// How many projects each payer and office is linked by.
Score count_projects(const Graph& graph, const std::vector<FundingLink>& links) {
  std::vector<std::pair<NodeId, NodeId>> pairs;
  for (const FundingLink& link : links) {
    if (link.project == none) continue;
    pairs.emplace_back(link.payer, link.project);
    if (link.office != none) pairs.emplace_back(link.office, link.project);
  }
  std::ranges::sort(pairs);
  const auto repeated = std::ranges::unique(pairs);
  pairs.erase(repeated.begin(), repeated.end());
  Score score{"projects", ScoreOf::node,
              std::vector(graph.node_count(), std::numeric_limits<double>::quiet_NaN())};
  for (const FundingLink& link : links)
    for (const NodeId n : {link.payer, link.office})
      if (n != none) score.values[n] = 0;
  for (const auto& [node, project] : pairs) score.values[node] += 1;
  return score;
}

}  // namespace

Answer funding(const Subset& scope, const FundingOptions& options) {
  const Graph& graph = scope.graph();
  check(graph, options);
  RollUp roll_up(scope);
  Selection selection(graph, options);
  const FundingLinks all(scope, roll_up);
  for (const FundingLink& link : all) selection.offer(link);
  const std::vector<FundingLink>& links = selection.chosen();

  Answer answer{{}, Subset(graph)};
  answer.table =
      options.matrix ? funding_matrix(scope, links) : funding_table(scope, options.by, links);
  for (std::string& note :
       funding_notes(scope, options.by, sum_up(scope, links), selection.left_out()))
    answer.table.notes.push_back(std::move(note));
  for (const FundingLink& link : links) insert_link(scope, roll_up, link, answer.subset);
  answer.subset.set_score(count_projects(graph, links));
  return answer;
}

}  // namespace oscegraph
