// SPDX-License-Identifier: Apache-2.0
//
// Who or what is this node, and what does each document say about it?
#pragma once

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

/// Facts: id, kind, name, aliases, attributes. Rows: one per claim of each edge that touches the
/// node, the relation worded from its side ("funds", "funded by"), then document, date, place,
/// basis, and period, flow, amount, quote where some row has them. Subset: the node, its edges and
/// their other ends. A loop is told once.
/// Errors: the node is not in scope. Cost: O(claims that touch it).
Answer show(const Subset& scope, NodeId node);

}  // namespace oscegraph
