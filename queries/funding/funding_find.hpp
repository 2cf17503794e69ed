// SPDX-License-Identifier: Apache-2.0
//
// First step: find the links that the rows are about, and count what is in no row. What links there
// are is told in funding_links.hpp; here is which of them a question asks for.
#pragma once

#include "oscegraph/queries/funding/funding.hpp"
#include "oscegraph/queries/funding/funding_links.hpp"

namespace oscegraph {

struct FoundFunding {
  FundingLinks links;
  FundingLeftOut left_out;  ///< without `amounts`
};

/// Where rows are donors, a link's payer is whom documents name. Cost: as FundingLinks.
FoundFunding find_funding(const Subset& scope, const RollUp& roll_up,
                          const FundingOptions& options);

}  // namespace oscegraph
