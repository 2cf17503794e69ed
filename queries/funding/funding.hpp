// SPDX-License-Identifier: Apache-2.0
//
// Which States fund which offices, through which projects, with how much, since when, on how many
// documents' word? A State reaches an office when it funds a project the office implements, or pays
// the office itself. What an agency pays counts for the State it is part of.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"

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
  /// States down, offices across, the number of projects in each cell. Needs by == state_office.
  bool matrix = false;
  Context context{};
};

/// Rows in order of State name, then office name. Money columns are named like `committed_EUR`, one
/// for each flow and currency that occurs; where documents disagree the column holds the lowest
/// reading and `committed_EUR_max` the highest. Columns of ids are detail; `direct`
/// (paid outside any project), `other_recipients` and `through` (agencies) are there when they
/// occur. The notes state the counting rule, the totals (over distinct claims: a project two
/// offices implement is in two rows but counted once) and what was left out. Subset: the States,
/// agencies, projects and offices of the rows with the edges that join them, and the node score
/// `projects`. Errors: a sum that does not fit 64 bits; a `from` that cannot fund or a `to` that is
/// neither office nor project; matrix with another `by`. Where links are more than most_links_named
/// (funding_rows.hpp), lists of names are numbers. Cost: O(edges + funds edges * offices per project +
/// their claims), and sorting the rows' names.
Answer funding(const Subset& scope, const FundingOptions& options);

}  // namespace oscegraph
