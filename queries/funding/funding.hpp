// SPDX-License-Identifier: Apache-2.0
//
// Computes which States fund which offices: through which projects, with how much money, since
// when, and in how many documents. A State funds an office if it funds a project that the office
// implements, or if it pays the office itself. What an agency pays counts for the State that it is
// part of.
//
// The work has five steps, a file for each: find the links from funders to offices (funding_find),
// group them into rows (funding_group), sum the money of each row (funding_sum), write the table
// (funding_table, funding_matrix) and the notes below it (funding_notes).
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/ledger.hpp"
#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/threads/group_by_key.hpp"
#include "oscegraph/queries/funding/time_span.hpp"

namespace oscegraph {

enum class FundingBy : std::uint8_t {
  state_office,  ///< a row for each State and office
  state,         ///< a row for each State, over all projects and offices it funds
  office,        ///< a row for each office, over what state_office has
  project,       ///< a row for each project a State funds, with or without an office
  donor          ///< a row for each funder of any kind, as named, without rolling up
};

struct FundingOptions {
  FundingBy by = FundingBy::state_office;
  /// Only these funders. A State stands for its agencies too; a funder that is not a State and is
  /// named here gets rows of its own. Empty: all States.
  std::vector<NodeId> from;
  /// Only these offices and projects. Empty: all.
  std::vector<NodeId> to;
  /// The table has States down, offices across, the number of projects in each cell; rows have no sums.
  /// Needs by == state_office.
  bool matrix = false;
  Context context{};
};

/// One row. `by` decides which of payer, project and office it is about; the others are `none`
/// here, and are lists of the answer. For a matrix, `documents`, `money` and `time` are not filled
/// in.
struct FundingRow {
  NodeId payer = none;          ///< the State, or another funder
  NodeId project = none;        ///< where rows are projects
  NodeId office = none;         ///< where rows have one office
  bool direct = false;          ///< something is paid to an office outside any project
  std::uint32_t documents = 0;  ///< different documents behind the funding claims
  Ledger money;                 ///< sums by flow and currency, lowest and highest reading
  TimeSpan time;                ///< from when to when the funding claims hold
};

/// Sums over all rows, in which each claim counts once.
struct FundingTotal {
  Ledger money;
  std::size_t fundings = 0;        ///< different edges, and projects within an edge
  std::size_t without_amount = 0;  ///< fundings of which no document states an amount
  std::size_t parts_left_out = 0;  ///< payments inside a project that is already counted as a whole
  std::size_t disputed = 0;        ///< transfers for which documents state different amounts
  std::vector<Transfer> disputes;  ///< the first few of them
  /// Transfers that may be the same one, stated twice with different periods.
  std::size_t doubts = 0;
};

/// The number of some nodes, and the first few of them by name.
struct SomeNodes {
  std::size_t count = 0;
  std::vector<NodeId> first;
};

/// Where amounts are stated when the total has none.
enum class AmountsStated : std::uint8_t {
  nowhere,
  in_what_is_left_out,  ///< in claims in scope that are in no row
  outside_the_scope     ///< in claims that filters left out
};

/// What is in no row.
struct FundingLeftOut {
  SomeNodes funders;               ///< that are not States
  SomeNodes projects;              ///< funded, but without an office
  std::size_t other_payments = 0;  ///< to neither, or outside any project where rows are projects
  std::size_t passed_on = 0;       ///< by payers to agencies of their own
  bool narrowed = false;           ///< there are claims that the question does not see
  AmountsStated amounts = AmountsStated::nowhere;  ///< filled in only when the total has no money
};

struct FundingAnswer {
  FundingBy by = FundingBy::state_office;
  bool matrix = false;             ///< how table_of() lays out the rows
  bool payers_are_states = true;   ///< all payers; false where rows are donors
  std::vector<FundingRow> rows{};  ///< in order of the names that they are about
  /// What goes with each row, by its number: different nodes in order of name (of a matrix only the
  /// projects, in order of number). No nodes where each row is about one.
  Groups<NodeId> payers{};
  Groups<NodeId> projects{};
  Groups<NodeId> offices{};
  Groups<NodeId> other_recipients{};  ///< agencies and States that are themselves paid
  Groups<NodeId> through{};           ///< the State's agencies that pay
  FundingTotal total{};
  FundingLeftOut left_out{};
  Subset subset;
};

/// Rows in order of State name, then office name. Subset: the States, agencies, projects and offices
/// of the rows with the edges that join them, and the node score `projects`. A project that two
/// offices implement is in two rows, but counts once in the total.
/// Errors: a sum that does not fit 64 bits; a `from` that cannot fund or a `to` that is neither
/// office nor project; matrix with another `by`. Throws Stopped. Cost: O(edges + funds edges * offices
/// per project + their claims), and sorting the names of the rows and of what they list.
FundingAnswer funding(const Subset& scope, const FundingOptions& options);

/// Money columns are named like `committed_EUR`, one for each flow and currency that occurs; where
/// documents disagree the column holds the lowest reading and `committed_EUR_max` the highest.
/// Columns of ids are detail; `direct` (paid outside any project), `other_recipients` and `through`
/// (agencies) are there when they occur. The notes state the counting rule, the totals and what was
/// left out. A matrix has a column for each office, and the number of projects in each cell, or 1 where
/// there are only direct payments; a note says which office each column is.
/// Cost: linear in the rows and what they list.
Table table_of(const FundingAnswer& answer, const Context& context = {});

}  // namespace oscegraph
