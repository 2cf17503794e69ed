// SPDX-License-Identifier: Apache-2.0
//
// What stands below a funding table: how it was counted, the totals, where documents disagree, and
// what was left out.
#pragma once

#include "oscegraph/queries/funding/funding.hpp"
#include "oscegraph/queries/funding/funding_sum.hpp"

namespace oscegraph {

/// Some nodes, too many to name all of them.
struct SomeNodes {
  std::size_t count = 0;
  std::vector<NodeId> first;  ///< by name, a few
  SomeNodes() = default;
  SomeNodes(const Graph& graph, const IdSet& nodes);
};

/// Links that are in no row.
struct LeftOut {
  SomeNodes funders;               ///< that are not States
  SomeNodes projects;              ///< funded, but without an office
  std::size_t other_payments = 0;  ///< to neither, or outside any project where rows are projects
  std::size_t passed_on = 0;       ///< by payers to agencies of their own
  bool narrowed = false;           ///< there are claims that the question does not see
};

/// `total`: of all the links that are in rows. Cost: O(claims) where none of them states an amount.
std::vector<std::string> funding_notes(const Subset& scope, FundingBy by, const FundingTotal& total,
                                       const LeftOut& left_out);

}  // namespace oscegraph
