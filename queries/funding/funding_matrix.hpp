// SPDX-License-Identifier: Apache-2.0
//
// Writes an answer as a matrix (the fourth step): a row for each State, a column for each office,
// and in each cell the number of projects or, if there are none, 1 for direct payments.
#pragma once

#include "oscegraph/queries/funding/funding.hpp"

namespace oscegraph {

/// Its note says which office each column is. Precondition: the answer is by state_office.
Table funding_matrix(const FundingAnswer& answer);

}  // namespace oscegraph
