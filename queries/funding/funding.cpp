// SPDX-License-Identifier: Apache-2.0
//
// Checks the options and runs the five steps. Steps that do not need each other run at the same
// time, on several threads.
#include "oscegraph/queries/funding/funding.hpp"

#include <limits>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/funding/count_distinct.hpp"
#include "oscegraph/queries/funding/funding_find.hpp"
#include "oscegraph/queries/funding/funding_group.hpp"
#include "oscegraph/queries/funding/funding_matrix.hpp"
#include "oscegraph/queries/funding/funding_notes.hpp"
#include "oscegraph/queries/funding/funding_sum.hpp"
#include "oscegraph/queries/funding/funding_table.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

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

/// How many projects each payer and office is linked by.
Score count_projects(const Graph& graph, const FundingLinks& links, const Context& context) {
  PeriodicCheck check(context);
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

FundingAnswer funding(const Subset& scope, const FundingOptions& options) {
  const Graph& graph = scope.graph();
  const Context& context = options.context;
  check(graph, options);
  FundingAnswer answer{.by = options.by, .matrix = options.matrix, .subset = Subset(graph)};

  const RollUp roll_up(scope);
  FoundFunding found = find_funding(scope, roll_up, options);
  const FundingLinks& links = found.links;
  answer.left_out = std::move(found.left_out);

  std::vector<std::uint32_t> row_of;  // by link
  parallel_tasks(context, {[&] { insert_links(scope, roll_up, links, answer.subset, context); },
                           [&] { row_of = group_links(graph, links, answer, context); }});

  if (options.matrix) row_of.clear();  // it shows no sums but the total
  parallel_tasks(context,
                 {[&] { answer.total = sum_money(graph, links, row_of, answer.rows, context); },
                  [&] { answer.subset.set_score(count_projects(graph, links, context)); },
                  [&] {
                    if (!options.matrix)
                      count_documents(graph, links, row_of, answer.rows, context);
                  }});
  if (answer.total.fundings > 0 && answer.total.money.empty())
    answer.left_out.amounts = where_amounts_are(scope, answer.left_out.narrowed);
  return answer;
}

Table table_of(const FundingAnswer& answer, const Context& context) {
  Table table = answer.matrix ? funding_matrix(answer) : funding_table(answer, context);
  for (std::string& note : funding_notes(answer)) table.notes.push_back(std::move(note));
  return table;
}

}  // namespace oscegraph
