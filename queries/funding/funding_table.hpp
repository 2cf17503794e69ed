// SPDX-License-Identifier: Apache-2.0
//
// Fourth step: write the table of an answer, a row for each of its rows. Columns of lists, of sums and
// of what is paid outside projects are there when some row needs them.
#pragma once

#include "oscegraph/queries/funding/funding.hpp"

namespace oscegraph {

/// Without notes. Cost: linear in the rows and what they list.
Table funding_table(const FundingAnswer& answer, const Context& context);

}  // namespace oscegraph
