// SPDX-License-Identifier: Apache-2.0
//
// Finds the links that the rows are about, and counts what is in no row (the first step).
// funding_links.hpp finds all links from funders to offices; this file selects those that the
// options ask for.
#pragma once

#include "oscegraph/queries/funding/funding.hpp"
#include "oscegraph/queries/funding/funding_links.hpp"

namespace oscegraph {

struct FoundFunding {
  FundingLinks links;
  FundingLeftOut left_out;  ///< without `amounts`
};

/// If rows are donors, the payer of a link is the funder that documents name. Cost: as
/// FundingLinks.
FoundFunding find_funding(const Subset& scope, const RollUp& roll_up,
                          const FundingOptions& options);

}  // namespace oscegraph
