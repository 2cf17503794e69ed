// SPDX-License-Identifier: Apache-2.0
//
// Fourth step, for a matrix: States down, offices across, and in each cell the number of projects or,
// where there is none, 1 for direct payments.
#pragma once

#include "oscegraph/queries/funding/funding.hpp"

namespace oscegraph {

/// Its note says which office each column is. Precondition: the answer is by state_office.
Table funding_matrix(const FundingAnswer& answer);

}  // namespace oscegraph
