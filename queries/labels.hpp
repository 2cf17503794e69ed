// SPDX-License-Identifier: Apache-2.0
//
// Makes the texts that tables show: names of nodes and titles of documents (the id where there is
// none), relations in words from either end, and periods. Also puts nodes in order of their names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"
#include "oscegraph/queries/direction.hpp"

namespace oscegraph {

/// The node's name, or its id when it has none.
std::string display_name(const Graph& graph, NodeId node);
/// The document's title, or its id when it has none.
std::string display_title(const Graph& graph, DocumentId document);

/// The words for a relation along the arrow ("part of") or against it ("has part"). Precondition:
/// the direction is not `both`.
std::string relation_words(Relation relation, Direction direction);

/// "2023-01 to 2025-12-31", "from 2023-01", "until 2025"; "" when neither side is known.
std::string period_words(const Period& period);

Cell name_cell(const Graph& graph, NodeId node);
Cell id_cell(const Graph& graph, NodeId node);
Cell kind_cell(const Graph& graph, NodeId node);
/// The names of the nodes in the order given; no nodes: unknown.
Cell names_cell(const Graph& graph, std::span<const NodeId> nodes);

/// Orders by name, byte by byte; equal names by id.
class ByName {
 public:
  explicit ByName(const Graph& graph) : graph_(&graph) {}
  bool operator()(NodeId a, NodeId b) const;

 private:
  const Graph* graph_;
};

/// The same order, for many sorts of few nodes: the names are compared once, and later only their
/// places. It cannot be copied, since std::sort would copy it; pass it as std::cref(ranks).
class NameRanks {
 public:
  NameRanks(const NameRanks&) = delete;
  NameRanks& operator=(const NameRanks&) = delete;
  /// Cost: O(n log n) name comparisons for n nodes.
  NameRanks(const Graph& graph, const IdSet& nodes);
  /// Precondition: both were among the nodes given.
  bool operator()(NodeId a, NodeId b) const { return rank_[a] < rank_[b]; }
  /// The node's place in the order, from 0. Precondition: it was among the nodes given.
  [[nodiscard]] std::uint32_t place(NodeId n) const { return rank_[n]; }
  /// The node at a place below size().
  [[nodiscard]] NodeId node(std::uint32_t place) const { return nodes_[place]; }
  /// The nodes in order.
  [[nodiscard]] const std::vector<NodeId>& nodes() const { return nodes_; }
  /// How many nodes have a place.
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

 private:
  std::vector<std::uint32_t> rank_;
  std::vector<NodeId> nodes_;
};

/// Throws the Error that says the filters left the node out, unless it is in scope.
void require_node(const Subset& scope, NodeId node);

}  // namespace oscegraph
