// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding/funding.hpp"

#include <algorithm>
#include <limits>
#include <span>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/parallel.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/funding/count_distinct.hpp"
#include "oscegraph/queries/funding/funding_notes.hpp"
#include "oscegraph/queries/funding/funding_rows.hpp"
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
      throw WrongValue(display_name(graph, n) + " is a project and funds nobody",
                       "a funder is a state, donor, agency or office");
  for (const NodeId n : options.to) {
    const Kind kind = graph.node_kind(n);
    if (kind != Kind::office && kind != Kind::project)
      throw WrongValue(display_name(graph, n) + " is " + with_article(name_of(kind)),
                       "funding is followed to an office or a project");
  }
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

  /// Keeps what is for the rows. Where those are donors, a link's payer is whom documents name.
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
    else if (link.project != none && options_.by != FundingBy::project)
      without_office_.insert(link.project);
    else ++other_payments_;
    return Choice::leave;
  }

  /// What all of them, of one question, mention.
  static LeftOut left_out(const Subset& scope, std::span<const Selection> selections) {
    const Graph& graph = scope.graph();
    IdSet funders(graph.node_count());
    IdSet projects(graph.node_count());
    LeftOut result;
    result.narrowed = scope.claims().count() < graph.claim_count();
    for (const Selection& selection : selections) {
      funders.unite(selection.other_funders_);
      projects.unite(selection.without_office_);
      result.other_payments += selection.other_payments_;
      result.passed_on += selection.passed_on_;
    }
    result.funders = {graph, funders};
    result.projects = {graph, projects};
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

/// How many projects each payer and office is linked by.
Score count_projects(const Graph& graph, const FundingLinks& links, const Context& context) {
  CheckNowAndThen check(context);
  const auto projects = group_pairs<std::uint32_t>(graph.node_count(), [&](const auto& put) {
    for (const FundingLink& link : links.all()) {
      check.count();
      if (link.project == none) continue;
      put(link.payer, link.project);
      if (link.office != none) put(link.office, link.project);
    }
  });
  const std::vector<std::uint32_t> counts = count_distinct(projects, graph.node_count());
  Score score{"projects", ScoreOf::node,
              std::vector(graph.node_count(), std::numeric_limits<double>::quiet_NaN())};
  for (const FundingLink& link : links.all())
    for (const NodeId n : {link.payer, link.office})
      if (n != none) score.values[n] = counts[n];
  return score;
}

}  // namespace

Answer funding(const Subset& scope, const FundingOptions& options) {
  const Graph& graph = scope.graph();
  check(graph, options);
  const RollUp roll_up(scope);
  const Context& context = options.context;
  std::vector<Selection> selections(thread_count(context.threads),
                                    Selection(graph, roll_up, options));
  const FundingLinks links(
      scope, roll_up,
      [&](FundingLink& link, unsigned thread) { return selections[thread].choose(link); }, context);

  Answer answer{{}, Subset(graph)};
  FundingRows rows;
  parallel_tasks(context, {[&] { insert_links(scope, roll_up, links, answer.subset, context); },
                           [&] {
                             if (!options.matrix)
                               rows = gather(graph, shape_of(options.by), links, context);
                           }});
  FundingSums sums;
  std::vector<std::uint32_t> documents;
  parallel_tasks(context,
                 {[&] { sums = sum_up(scope, links, rows.row_of, rows.first.size(), context); },
                  [&] { answer.subset.set_score(count_projects(graph, links, context)); },
                  [&] {
                    documents =
                        count_documents(graph, links, rows.row_of, rows.first.size(), context);
                  }});
  answer.table = options.matrix
                     ? funding_matrix(graph, links, context)
                     : funding_table(graph, options.by, links, rows, sums.rows, documents, context);
  for (std::string& note :
       funding_notes(scope, options.by, sums.total, Selection::left_out(scope, selections)))
    answer.table.notes.push_back(std::move(note));
  return answer;
}

}  // namespace oscegraph
