// SPDX-License-Identifier: Apache-2.0
//
// Writes the notes in the order in which they are printed: the rules of counting, the total,
// doubts, and what was left out.
#include "oscegraph/queries/funding/funding_notes.hpp"

#include <algorithm>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

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

/// Rows of offices alone show a project again for each of its offices.
std::string money_rule(FundingBy by) {
  std::string rule =
      "Money: flows and currencies are kept apart, documents that agree count once, and a sum for "
      "several years is not divided between them.";
  if (by == FundingBy::state_office || by == FundingBy::office)
    rule += " A project with several offices is in several rows but once in the total.";
  return rule;
}

constexpr std::string_view evidence_rule =
    "Documents are those of the funding claims, first and last the dates from and to which these "
    "hold: "
    "their period, or the day of the document where no period is stated.";

/// "A, B, C and 4 more".
std::string words(const Graph& graph, const SomeNodes& nodes) {
  std::vector<std::string> names;
  for (const NodeId n : nodes.first) names.push_back(display_name(graph, n));
  std::string result = join(names, ", ");
  if (nodes.count > names.size()) result += " and " + grouped(nodes.count - names.size()) + " more";
  return result;
}

template <typename Claims>
bool any_amount(const Graph& graph, const Claims& claims) {
  return std::ranges::any_of(claims, [&](ClaimId c) { return graph.claim_amount(c).has_value(); });
}

/// "No document" is said only where that is so.
std::string no_amount(AmountsStated stated) {
  switch (stated) {
    case AmountsStated::in_what_is_left_out:
      return "No document states an amount for what is counted here; some do for what is left out. "
             "Unknown is not zero.";
    case AmountsStated::outside_the_scope:
      return "No claim that the filters keep states an amount; others do. Unknown is not zero.";
    case AmountsStated::nowhere: break;
  }
  return "No document states an amount: unknown is not zero.";
}

std::string totals(const FundingTotal& sum, const FundingLeftOut& left_out) {
  if (sum.money.empty()) return no_amount(left_out.amounts);
  std::vector<std::string> amounts;
  for (const auto& [key, amount] : sum.money.sums()) amounts.push_back(words(key, amount));
  std::string result = "Total: " + join(amounts, "; ") + '.';
  if (sum.without_amount > 0)
    result += " Not in it: " + grouped(sum.without_amount) + " of " +
              counted(sum.fundings, "funding") + ", of which no " +
              (left_out.narrowed ? "claim that the filters keep" : "document") +
              " states an amount.";
  return result;
}

std::string disagreement(const Graph& graph, const Transfer& transfer) {
  return display_name(graph, graph.edge_from(transfer.edge)) + " → " +
         display_name(graph, graph.edge_to(transfer.edge)) + ", " +
         words(transfer.key, transfer.amount) + " in " +
         counted(transfer.documents.size(), "document");
}

void add_disagreements(const Graph& graph, const FundingTotal& total,
                       std::vector<std::string>& notes) {
  if (total.disputed == 0) return;
  std::vector<std::string> examples;
  for (const Transfer& transfer : total.disputes) examples.push_back(disagreement(graph, transfer));
  std::string note =
      "Documents disagree on " + counted(total.disputed, "amount") +
      "; the lowest is counted, the highest is in the _max column: " + join(examples, "; ");
  if (total.disputed > examples.size())
    note += "; and " + grouped(total.disputed - examples.size()) + " more";
  notes.push_back(note + '.');
}

void add_doubts(const FundingTotal& total, std::vector<std::string>& notes) {
  if (total.doubts > 0)
    notes.push_back(counted(total.doubts, "amount") +
                    (total.doubts == 1 ? " is counted as a further transfer"
                                       : " are counted as further transfers") +
                    " because another document gives another period; check that it is not the same "
                    "money.");
  if (total.parts_left_out > 0)
    notes.push_back(counted(total.parts_left_out, "payment") +
                    (total.parts_left_out == 1 ? " inside a project is" : " inside projects are") +
                    " left out of the totals, which hold what the same funder gives the whole "
                    "project.");
}

void add_left_out(const Graph& graph, FundingBy by, const FundingLeftOut& left_out,
                  std::vector<std::string>& notes) {
  if (left_out.funders.count > 0)
    notes.push_back("Left out: " +
                    counted(left_out.funders.count, "funder that is not a State",
                            "funders that are not States") +
                    " (" + words(graph, left_out.funders) + "); the view by donor lists all.");
  if (left_out.projects.count > 0)
    notes.push_back("Left out: " +
                    counted(left_out.projects.count,
                            "funded project that names no implementing office",
                            "funded projects that name no implementing office") +
                    " (" + words(graph, left_out.projects) + ").");
  if (left_out.narrowed && left_out.funders.count + left_out.projects.count > 0)
    notes.emplace_back(
        "Who implements a project, or whose an agency is, was looked for among the claims that the "
        "filters keep; another document, or another time, may state it.");
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

AmountsStated where_amounts_are(const Subset& scope, bool narrowed) {
  const Graph& graph = scope.graph();
  if (any_amount(graph, scope.claims())) return AmountsStated::in_what_is_left_out;
  if (narrowed && any_amount(graph, graph.claims())) return AmountsStated::outside_the_scope;
  return AmountsStated::nowhere;
}

std::vector<std::string> funding_notes(const FundingAnswer& answer) {
  const Graph& graph = answer.subset.graph();
  const FundingTotal& total = answer.total;
  const FundingLeftOut& left_out = answer.left_out;
  std::vector<std::string> notes{rule_of(answer.by)};
  if (total.fundings == 0) {
    notes.emplace_back(left_out.narrowed ? "No claim that the filters keep says so of anyone."
                                         : "No document here says so of anyone.");
  } else {
    if (!total.money.empty()) notes.push_back(money_rule(answer.by));
    notes.emplace_back(evidence_rule);
    notes.push_back(totals(total, left_out));
    add_disagreements(graph, total, notes);
    add_doubts(total, notes);
  }
  add_left_out(graph, answer.by, left_out, notes);
  return notes;
}

}  // namespace oscegraph
