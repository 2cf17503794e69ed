// SPDX-License-Identifier: Apache-2.0
//
// A part of a graph: the nodes, edges and claims a query picked, with the scores it gave them. Every
// query starts from a Subset (the whole graph is one), and every Subset can be exported, so the
// answer to one question is a fit place to ask the next.
//
// A subset holds its graph, so it may be kept after the variable it was made from is gone. Copies of a
// subset share one Graph, whose columns all copies of the graph share.
//
// Invariant: an edge is in only with both its ends and at least one of its claims; a claim is in
// only with its edge. insert_edge() and friends keep it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/id_set.hpp"

namespace oscegraph {

enum class ScoreOf : std::uint8_t { node, edge };

/// One number for each node or edge in the subset; NaN means the measure is undefined there.
struct Score {
  std::string name;  ///< snake_case: it becomes a column in exported files
  ScoreOf of = ScoreOf::node;
  std::vector<double> values;  ///< by node or edge number, as long as the graph's list
};

class Subset {
 public:
  /// Empty.
  explicit Subset(Graph graph);
  static Subset whole(Graph graph);

  /// The reference holds as long as this subset, a copy of it, or what it was moved to.
  [[nodiscard]] const Graph& graph() const { return *graph_; }
  [[nodiscard]] const IdSet& nodes() const { return nodes_; }
  [[nodiscard]] const IdSet& edges() const { return edges_; }
  [[nodiscard]] const IdSet& claims() const { return claims_; }
  [[nodiscard]] bool contains_node(NodeId n) const { return nodes_.contains(n); }
  [[nodiscard]] bool contains_edge(EdgeId e) const { return edges_.contains(e); }
  [[nodiscard]] bool contains_claim(ClaimId c) const { return claims_.contains(c); }

  /// The edge's claims that are in, in order.
  [[nodiscard]] std::vector<ClaimId> claims_of(EdgeId e) const;
  /// How many different documents state the edge.
  [[nodiscard]] std::size_t document_count(EdgeId e) const;
  /// The documents of the claims that are in, in order of id. The whole graph has all its documents,
  /// those that state nothing too.
  [[nodiscard]] std::vector<DocumentId> documents() const;

  /// Edges of `n` that are in: out-edges in order, in-edges in order.
  [[nodiscard]] std::vector<EdgeId> out_edges(NodeId n) const;
  [[nodiscard]] std::vector<EdgeId> in_edges(NodeId n) const;

  void insert_node(NodeId n) { nodes_.insert(n); }
  /// With its ends and those of its claims that are in `within`.
  void insert_edge(EdgeId e, const Subset& within);
  /// With its ends and these of its claims, at least one.
  void insert_edge(EdgeId e, std::span<const ClaimId> claims);
  /// With its edge and the edge's ends.
  void insert_claim(ClaimId c);
  /// Inserts the nodes, edges and claims of another subset of the same graph.
  void unite(const Subset& other);
  /// All of `within`'s edges between nodes that are in.
  void insert_edges_between(const Subset& within);

  [[nodiscard]] const std::vector<Score>& scores() const { return scores_; }
  /// nullptr when there is none of that name.
  [[nodiscard]] const Score* score(std::string_view name) const;
  /// Replaces a score of the same name and kind.
  void set_score(Score score);

  /// Sentences a person should read beside the result: what was left out and why.
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
