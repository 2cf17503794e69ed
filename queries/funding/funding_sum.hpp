// SPDX-License-Identifier: Apache-2.0
//
// What funding links add up to: money, documents, dates. Every claim counts once, however many links
// it is behind (a project two offices implement has two), and a payment inside a project is left out
// of a sum that already holds what the same funder gives the whole project in the same flow and
// currency: the part is in the whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "oscegraph/graph/ledger.hpp"
#include "oscegraph/queries/funding/funding_links.hpp"
#include "oscegraph/queries/funding/time_span.hpp"

namespace oscegraph {

/// Of the links of one row.
struct FundingSum {
  Ledger money;
  TimeSpan time;  ///< of the funding claims
};

/// Of all links.
struct FundingTotal {
  Ledger money;
  std::size_t fundings = 0;        ///< different edges, and projects within an edge
  std::size_t without_amount = 0;  ///< fundings of which no document states an amount
  std::size_t parts_left_out = 0;  ///< payments inside a project whose whole is counted
  std::size_t disputed = 0;        ///< transfers for which documents state different amounts
  std::vector<Transfer> disputes;  ///< the first few of them
  std::size_t doubts = 0;          ///< transfers that may be one told twice, with different periods
};

struct FundingSums {
  std::vector<FundingSum> rows;
  FundingTotal total;
};

/// `row_of`: the row of each link, below `row_count`; empty where only the total is asked for.
/// Errors: a sum that overflows. Cost: O(n log n) in each edge's claims, for each row linear in its
/// links and their claims.
FundingSums sum_up(const Subset& scope, const FundingLinks& links,
                   std::span<const std::uint32_t> row_of, std::size_t row_count,
                   const Context& context);

/// How many different documents are behind the funding claims of each row. Cost: linear.
std::vector<std::uint32_t> count_documents(const Graph& graph, const FundingLinks& links,
                                           std::span<const std::uint32_t> row_of,
                                           std::size_t row_count, const Context& context);

}  // namespace oscegraph
