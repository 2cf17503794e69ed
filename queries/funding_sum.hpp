// SPDX-License-Identifier: Apache-2.0
//
// What some funding links add up to: money, documents, dates. Every claim counts once, however many
// links it is behind (a project two offices implement has two), and a payment inside a project is
// left out of a sum that already holds what the same funder gives the whole project in the same
// flow and currency: the part is in the whole.
#pragma once

#include <vector>

#include "oscegraph/graph/ledger.hpp"
#include "oscegraph/queries/funding_links.hpp"
#include "oscegraph/queries/time_span.hpp"

namespace oscegraph {

struct FundingSum {
  Ledger money;
  std::vector<Transfer> transfers;    ///< that `money` adds up
  std::size_t fundings = 0;           ///< different edges, and projects within an edge
  std::size_t without_amount = 0;     ///< fundings of which no document states an amount
  std::size_t parts_left_out = 0;     ///< payments inside a project whose whole is counted
  std::vector<DocumentId> documents;  ///< behind the funding claims, in order
  TimeSpan time;                      ///< of the funding claims
};

/// Errors: a sum that overflows. Cost: O(n log n) in the links and their claims.
FundingSum sum_up(const Subset& scope, std::vector<FundingLink> links);

}  // namespace oscegraph
