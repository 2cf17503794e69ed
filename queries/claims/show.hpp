// SPDX-License-Identifier: Apache-2.0
//
// Who or what is this node, and what does each document say about it?
#pragma once

#include <vector>

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

struct ShowAnswer {
  NodeId node = none;
  std::vector<ClaimId> claims{};  ///< of each edge that touches the node; those of an edge together
  Subset subset;
};

/// A loop is told once. Subset: the node, its edges and their other ends.
/// Errors: the node is not in scope. Cost: O(claims that touch it).
ShowAnswer show(const Subset& scope, NodeId node);

/// Facts: id, kind, name, aliases, attributes. A row for each claim: the relation worded from the
/// node's side ("funds", "funded by"), the other end, then document, date, place, basis, and period,
/// flow, amount, quote where some row has them.
Table table_of(const ShowAnswer& answer, const Context& context = {});

}  // namespace oscegraph
