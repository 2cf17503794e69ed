// SPDX-License-Identifier: Apache-2.0
//
// Writes the nodes of a subset as a table, for a query whose answer is a list of nodes.
#pragma once

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

/// Columns: `node`, `node_id`, `kind`, then each node score under its name (an undefined score is
/// unknown). Rows in order of id. Notes: the subset's.
Table node_table(const Subset& subset);

}  // namespace oscegraph
