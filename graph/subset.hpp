// SPDX-License-Identifier: Apache-2.0
//
// Represents a part of a graph: the nodes, edges and claims that a query picked, with the scores
// that the query gave them. Every query takes a Subset (the whole graph is one) and every Subset
// can be exported, so the answer to one question can be the input of the next.
//
// A subset holds its graph, so it may outlive the variable it was made from. Copies of a subset
// share one Graph, whose columns all copies of the graph share.
//
// Invariant: an edge is in the subset only with both its ends and at least one of its claims; a
// claim only with its edge. insert_edge() and the other insert functions keep it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/columns/id_set.hpp"
#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

enum class ScoreOf : std::uint8_t { node, edge };

/// One number for each node or edge in the subset; NaN where the measure is undefined.
struct Score {
  std::string name;  ///< snake_case: it becomes a column in exported files
  ScoreOf of = ScoreOf::node;
  std::vector<double> values;  ///< by node or edge number of the whole graph
};

class Subset {
 public:
  /// An empty subset.
  explicit Subset(Graph graph);
  static Subset whole(Graph graph);

  /// The reference is valid as long as this subset, a copy of it, or the subset it was moved to.
  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] const IdSet& nodes() const { return nodes_; }
  [[nodiscard]] const IdSet& edges() const { return edges_; }
  [[nodiscard]] const IdSet& claims() const { return claims_; }
  [[nodiscard]] bool contains_node(NodeId n) const { return nodes_.contains(n); }
  [[nodiscard]] bool contains_edge(EdgeId e) const { return edges_.contains(e); }
  [[nodiscard]] bool contains_claim(ClaimId c) const { return claims_.contains(c); }

  /// The edge's claims in the subset, in order.
  [[nodiscard]] std::vector<ClaimId> claims_of(EdgeId e) const;
  /// The number of different documents of the edge's claims in the subset.
  [[nodiscard]] std::size_t document_count(EdgeId e) const;
  /// The documents of the claims in the subset, in order of id. The whole graph has all its
  /// documents, also those without a claim.
  [[nodiscard]] std::vector<DocumentId> documents() const;

  /// The edges of `n` in the subset, in order of edge number.
  [[nodiscard]] std::vector<EdgeId> out_edges(NodeId n) const;
  [[nodiscard]] std::vector<EdgeId> in_edges(NodeId n) const;

  void insert_node(NodeId n) { nodes_.insert(n); }
  /// Inserts the edge with its ends and those of its claims that are in `within`.
  void insert_edge(EdgeId e, const Subset& within);
  /// Inserts the edge with its ends and these of its claims, at least one.
  void insert_edge(EdgeId e, std::span<const ClaimId> claims);
  /// Inserts the claim with its edge and the edge's ends.
  void insert_claim(ClaimId c);
  /// Inserts the nodes, edges and claims of another subset of the same graph.
  void unite(const Subset& other);
  /// Inserts all edges of `within` between nodes that are in this subset.
  void insert_edges_between(const Subset& within);

  [[nodiscard]] const std::vector<Score>& scores() const { return scores_; }
  /// nullptr when there is no score of that name.
  [[nodiscard]] const Score* score(std::string_view name) const;
  /// Replaces a score of the same name and kind.
  void set_score(Score score);

  /// Sentences to show with the result: what was left out and why.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  void add_note(std::string note) { notes_.push_back(std::move(note)); }

 private:
  std::shared_ptr<const Graph> graph_;
  IdSet nodes_;
  IdSet edges_;
  IdSet claims_;
  bool whole_ = false;  ///< made by whole()
  std::vector<Score> scores_;
  std::vector<std::string> notes_;
};

}  // namespace oscegraph
