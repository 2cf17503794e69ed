// SPDX-License-Identifier: Apache-2.0
//
// Writes the sentences below a funding table (the last step). They state how it was counted, the
// totals, where documents disagree, and what was left out.
#pragma once

#include <string>
#include <vector>

#include "oscegraph/queries/funding/funding.hpp"

namespace oscegraph {

/// Where amounts are stated, for an answer whose total has none. `narrowed`: the scope lacks claims of
/// the graph. Cost: O(claims).
AmountsStated where_amounts_are(const Subset& scope, bool narrowed);

/// The cost does not depend on the rows.
std::vector<std::string> funding_notes(const FundingAnswer& answer);

}  // namespace oscegraph
