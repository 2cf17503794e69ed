// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding_notes.hpp"

#include <algorithm>

#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t most_examples = 3;

std::string rule_of(FundingBy by) {
  switch (by) {
    case FundingBy::donor:
      return "A row for each node that funds something, as documents name it; agencies are not "
             "counted for their States.";
    case FundingBy::project:
      return "A row for each project a State funds, itself or through its agencies, whether or not "
             "an office implements it.";
    case FundingBy::state:
      return "A row for each State that funds a project or an office, itself or through its "
             "agencies, whether or not an office implements the project.";
    case FundingBy::state_office:
    case FundingBy::office: break;
  }
  return "A State funds an office when it funds a project that the office implements, or pays the "
         "office itself; what its agencies pay counts for the State.";
}

constexpr std::string_view money_rule =
    "Money: flows and currencies are kept apart, documents that agree count once, and a project "
    "with "
    "several offices is in several rows but once in the total.";

constexpr std::string_view evidence_rule = "Documents and dates are those of the funding claims.";

/// "A, B, C and 4 more".
std::string some_names(const Graph& graph, const std::vector<NodeId>& nodes) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(nodes.size(), most_examples); ++i)
    names.push_back(display_name(graph, nodes[i]));
  std::string result = join(names, ", ");
  if (nodes.size() > most_examples)
    result += " and " + grouped(nodes.size() - most_examples) + " more";
  return result;
}

std::string totals(const FundingSum& sum) {
  if (sum.money.empty()) return "No document states an amount: unknown is not zero.";
  std::vector<std::string> amounts;
  for (const auto& [key, amount] : sum.money.sums()) amounts.push_back(words(key, amount));
  std::string result = "Total: " + join(amounts, "; ") + '.';
  if (sum.without_amount > 0)
    result += " Not in it: " + grouped(sum.without_amount) + " of " +
              counted(sum.fundings, "funding") + ", of which no document states an amount.";
  return result;
}

std::string disagreement(const Graph& graph, const Transfer& transfer) {
  return display_name(graph, graph.edge_from(transfer.edge)) + " → " +
         display_name(graph, graph.edge_to(transfer.edge)) + ", " +
         words(transfer.key, transfer.amount) + " in " +
         counted(transfer.documents.size(), "document");
}

void add_disagreements(const Graph& graph, const FundingSum& sum, std::vector<std::string>& notes) {
  std::vector<std::string> examples;
  std::size_t count = 0;
  for (const Transfer& transfer : sum.transfers)
    if (transfer.disputed() && ++count <= most_examples)
      examples.push_back(disagreement(graph, transfer));
  if (count == 0) return;
  std::string note =
      "Documents disagree on " + counted(count, "amount") +
      "; the lowest is counted, the highest is in the _max column: " + join(examples, "; ");
  if (count > most_examples) note += "; and " + grouped(count - most_examples) + " more";
  notes.push_back(note + '.');
}

/// Two transfers alike but for their period, from different documents, may be one told twice.
bool may_be_the_same(const Transfer& a, const Transfer& b) {
  return a.edge == b.edge && a.via == b.via && a.key == b.key && a.documents != b.documents;
}

void add_doubts(const FundingSum& sum, std::vector<std::string>& notes) {
  std::size_t doubts = 0;
  for (std::size_t i = 1; i < sum.transfers.size(); ++i)
    if (may_be_the_same(sum.transfers[i - 1], sum.transfers[i])) ++doubts;
  if (doubts > 0)
    notes.push_back(
        counted(doubts, "amount") +
        (doubts == 1 ? " is counted as a further transfer" : " are counted as further transfers") +
        " because another document gives another period; check that it is not the same "
        "money.");
  if (sum.parts_left_out > 0)
    notes.push_back(counted(sum.parts_left_out, "payment") +
                    (sum.parts_left_out == 1 ? " inside a project is" : " inside projects are") +
                    " left out of the totals, which hold what the same funder gives the whole "
                    "project.");
}

void add_left_out(const Graph& graph, FundingBy by, const LeftOut& left_out,
                  std::vector<std::string>& notes) {
  if (!left_out.funders.empty())
    notes.push_back("Left out: " +
                    counted(left_out.funders.size(), "funder that is not a State",
                            "funders that are not States") +
                    " (" + some_names(graph, left_out.funders) + "); the view by donor lists all.");
  if (!left_out.projects.empty())
    notes.push_back("Left out: " +
                    counted(left_out.projects.size(),
                            "funded project that names no implementing office",
                            "funded projects that name no implementing office") +
                    " (" + some_names(graph, left_out.projects) + ").");
  if (left_out.other_payments > 0)
    notes.push_back("Left out: " +
                    (by == FundingBy::project
                         ? counted(left_out.other_payments, "payment that belongs to no project",
                                   "payments that belong to no project")
                         : counted(left_out.other_payments, "payment") + " to agencies or States") +
                    '.');
  if (left_out.passed_on > 0)
    notes.push_back("Not counted: " + counted(left_out.passed_on, "payment") +
                    " to the payer's own agencies; what those pay on is.");
}

}  // namespace

std::vector<std::string> funding_notes(const Subset& scope, FundingBy by, const FundingSum& sum,
                                       const LeftOut& left_out) {
  const Graph& graph = scope.graph();
  std::vector<std::string> notes{rule_of(by)};
  if (sum.fundings == 0) {
    notes.emplace_back("No document here says so of anyone.");
  } else {
    if (!sum.money.empty()) notes.emplace_back(money_rule);
    notes.emplace_back(evidence_rule);
    notes.push_back(totals(sum));
    add_disagreements(graph, sum, notes);
    add_doubts(sum, notes);
  }
  add_left_out(graph, by, left_out, notes);
  return notes;
}

}  // namespace oscegraph
