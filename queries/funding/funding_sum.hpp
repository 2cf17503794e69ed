// SPDX-License-Identifier: Apache-2.0
//
// Adds up the money, dates and documents of the links in each row, and of all links (the third
// step). Every claim counts once, however many links it is behind (a project that two offices
// implement has two). A payment inside a project is left out of a sum that already contains what
// the same funder gives to the whole project in the same flow and currency, since the whole
// includes the part.
#pragma once

#include <cstdint>
#include <span>

#include "oscegraph/queries/funding/funding.hpp"
#include "oscegraph/queries/funding/funding_links.hpp"

namespace oscegraph {

/// Adds up `money` and `time` of the rows, and returns the total. `row_of`: the row of each link; empty
/// where only the total is asked for.
/// Errors: a sum that overflows. Cost: O(n log n) in each edge's claims, for each row linear in its
/// links and their claims.
FundingTotal sum_money(const Graph& graph, const FundingLinks& links,
                       std::span<const std::uint32_t> row_of, std::span<FundingRow> rows,
                       const Context& context);

/// Counts the different documents behind the funding claims of each row. Cost: linear.
void count_documents(const Graph& graph, const FundingLinks& links,
                     std::span<const std::uint32_t> row_of, std::span<FundingRow> rows,
                     const Context& context);

}  // namespace oscegraph
