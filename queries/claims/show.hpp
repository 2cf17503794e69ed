// SPDX-License-Identifier: Apache-2.0
//
// Returns all claims about one node: those of each edge that touches it. The table of the answer
// also has the node's names and attributes.
#pragma once

#include <vector>

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

struct ShowAnswer {
  NodeId node = none;
  /// Of every edge that touches the node; the claims of an edge are together.
  std::vector<ClaimId> claims{};
  Subset subset;
};

/// The claims of a loop are listed once. Subset: the node, its edges and their other ends. Errors:
/// the node is not in scope. Cost: O(claims about the node).
ShowAnswer show(const Subset& scope, NodeId node);

/// Facts: id, kind, name, aliases, attributes. A row for each claim: the relation worded from the
/// node's side ("funds", "funded by"), the other end, then document, date, place, basis, and period,
/// flow, amount, quote where some row has them.
Table table_of(const ShowAnswer& answer, const Context& context = {});

}  // namespace oscegraph
