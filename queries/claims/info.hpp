// SPDX-License-Identifier: Apache-2.0
//
// What is in the graph? Counts of nodes by kind, edges by relation, claims by basis and flow, the
// documents behind them, the first and last day they speak of, and how many of them state an
// amount.
#pragma once

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"

namespace oscegraph {

/// Facts: the totals. Rows: `of` (node, edge, claim), `what` (a kind, relation, basis or flow),
/// `count`; what does not occur has no row. The subset is the scope itself.
/// Cost: one pass over nodes, edges and claims.
Answer info(const Subset& scope, const Context& context = {});

}  // namespace oscegraph
