// SPDX-License-Identifier: Apache-2.0
//
// What stands below a funding table: how it was counted, the totals, where documents disagree, and
// what was left out.
#pragma once

#include "oscegraph/queries/funding.hpp"
#include "oscegraph/queries/funding_sum.hpp"

namespace oscegraph {

/// Links that are in no row.
struct LeftOut {
  std::vector<NodeId> funders;     ///< that are not States, in order of name
  std::vector<NodeId> projects;    ///< funded, but without an office, in order of name
  std::size_t other_payments = 0;  ///< to neither, or outside any project where rows are projects
  std::size_t passed_on = 0;       ///< by payers to agencies of their own
};

/// `sum`: over all the links that are in rows.
std::vector<std::string> funding_notes(const Subset& scope, FundingBy by, const FundingSum& sum,
                                       const LeftOut& left_out);

}  // namespace oscegraph
