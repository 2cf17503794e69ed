// SPDX-License-Identifier: Apache-2.0
//
// What joins these nodes? The smallest subgraph that connects several nodes (near enough: at most
// twice as large), or how much money can get from one to another and where the narrow place is.
#pragma once

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/ledger.hpp"

namespace oscegraph {

struct ConnectOptions {
  std::vector<NodeId> nodes;  ///< two or more, no matter in which order
  Context context{};
};

/// Arrows are ignored; every connection counts one. Rows: the edges of the tree, `from`, `relation`,
/// `to`, `documents`; Subset: the tree with its claims.
/// Errors: a node is out of scope or named twice; two of them are in different components.
/// Cost: O(edges log nodes).
Answer connect(const Subset& scope, const ConnectOptions& options);

struct MoneyFlowOptions {
  NodeId from = none;
  NodeId to = none;
  LedgerKey key;  ///< the ledger whose amounts are capacities
  Context context{};
};

/// The most money of one flow and currency that the documented amounts let pass from a donor to an
/// office: along `funds` and `channels_to` up to their amounts, from a project to those who implement
/// it without bound. Rows: the edges that carry money, `from`, `relation`, `to`, `carried`,
/// `capacity`, `narrow` (true: of the smallest cut). Facts: the sum. Subset: those edges, with the
/// edge scores `carried` and `capacity`. A disputed amount counts with its lowest reading.
/// Errors: a node is out of scope; nothing can pass.
Answer money_flow(const Subset& scope, const MoneyFlowOptions& options);

}  // namespace oscegraph
