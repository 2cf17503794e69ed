// SPDX-License-Identifier: Apache-2.0
//
// Writes the columns that describe a claim, the same in all tables of claims: the document with its
// date and publisher, the place, the basis, the period, the project it runs inside, flow, amount,
// share, quotation, and what a review decided. A column that is unknown in every row can be
// dropped.
#pragma once

#include <vector>

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

/// `document`, `document_id`, `date`, `publisher`, `place`, `basis`, `period`, `via`, `flow`,
/// `amount`, `currency`, `share`, `quote`, `review`.
const std::vector<Column>& claim_columns();

/// Appends the claim's cells in the order of claim_columns(). A flow or amount that is not stated
/// is unknown.
void append_claim(const Graph& graph, ClaimId claim, std::vector<Cell>& row);

/// Removes columns that are unknown in every row, except the first `kept`.
void drop_unknown_columns(Table& table, std::size_t kept);

}  // namespace oscegraph
