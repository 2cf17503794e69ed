// SPDX-License-Identifier: Apache-2.0
//
// Writes the table of an answer (the fourth step), with a line for each of its rows. Some columns
// exist only if a row needs them: those of agencies and other recipients, of direct payments, and
// of sums of money.
#pragma once

#include "oscegraph/queries/funding/funding.hpp"

namespace oscegraph {

/// Without notes. Cost: linear in the rows and what they list.
Table funding_table(const FundingAnswer& answer, const Context& context);

}  // namespace oscegraph
