// SPDX-License-Identifier: Apache-2.0
//
// Finds a small subgraph that connects several nodes. It has at most twice as many connections as
// the smallest possible one. Also computes how much money can get from one node to another, and
// which edges limit it.
#pragma once

#include <optional>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/ledger.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

struct ConnectOptions {
  std::vector<NodeId> nodes;  ///< two or more, no matter in which order
  Context context{};
};

/// An edge of the tree.
struct ConnectingEdge {
  EdgeId edge = none;
  std::size_t documents = 0;  ///< that state it
};

struct ConnectAnswer {
  std::vector<NodeId> nodes{};  ///< as they were named
  std::size_t connections = 0;  ///< pairs of nodes that are neighbours in the tree
  std::size_t nodes_between = 0;
  std::vector<ConnectingEdge> edges{};  ///< parallel edges of a connection side by side
  Subset subset;
};

/// Arrows are ignored; every connection counts one. Subset: the tree with its claims.
/// Errors: a node is out of scope or named twice; two of them are in different components.
/// Cost: O(edges log nodes).
ConnectAnswer connect(const Subset& scope, const ConnectOptions& options);

/// A row for each edge: `from`, `relation`, `to`, `documents`. Facts: the two counts.
Table table_of(const ConnectAnswer& answer, const Context& context = {});

struct MoneyFlowOptions {
  NodeId from = none;
  NodeId to = none;
  LedgerKey key;  ///< the ledger whose amounts are capacities
  Context context{};
};

/// An edge that carries money.
struct MoneyCarried {
  EdgeId edge = none;
  Money carried;
  std::optional<Money> capacity;  ///< none: without bound
  /// Part of the smallest cut: more could pass if its capacity were larger.
  bool narrow = false;
};

struct MoneyFlowAnswer {
  NodeId from = none;
  NodeId to = none;
  LedgerKey key{};
  Money can_pass{};
  std::vector<MoneyCarried> edges{};
  Subset subset;
};

/// The most money of one flow and currency that the documented amounts let pass from a donor to an
/// office: along `funds` and `channels_to` up to their amounts, from a project to those who implement
/// it without bound. A disputed amount counts with its lowest reading. Subset: the edges that carry
/// money, with the edge scores `carried` and `capacity` in units of the currency.
/// Errors: a node is out of scope; nothing can pass.
MoneyFlowAnswer money_flow(const Subset& scope, const MoneyFlowOptions& options);

/// A row for each edge: `from`, `relation`, `to`, `carried`, `capacity`, `narrow`. Facts: the sum.
Table table_of(const MoneyFlowAnswer& answer, const Context& context = {});

}  // namespace oscegraph
