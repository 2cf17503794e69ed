// SPDX-License-Identifier: Apache-2.0
//
// Implements the functions that insert nodes, edges and claims into a subset, and those that list
// what is in it. An edge is inserted together with its two ends and with claims about it; a claim
// is inserted together with its edge and the ends of the edge.
#include "oscegraph/graph/subset.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace oscegraph {

Subset::Subset(Graph graph)
    : graph_(std::make_shared<const Graph>(std::move(graph))),
      nodes_(graph_->node_count()),
      edges_(graph_->edge_count()),
      claims_(graph_->claim_count()) {}

Subset Subset::whole(Graph graph) {
  Subset subset(std::move(graph));
  subset.nodes_ = IdSet::all(subset.graph_->node_count());
  subset.edges_ = IdSet::all(subset.graph_->edge_count());
  subset.claims_ = IdSet::all(subset.graph_->claim_count());
  subset.whole_ = true;
  return subset;
}

std::vector<ClaimId> Subset::claims_of(EdgeId e) const {
  std::vector<ClaimId> result;
  std::ranges::copy_if(graph_->claims_of(e), std::back_inserter(result),
                       [&](ClaimId c) { return claims_.contains(c); });
  return result;
}

std::size_t Subset::document_count(EdgeId e) const {
  // An edge's claims are ordered by document, so each new document follows a different one.
  std::size_t count = 0;
  DocumentId last = none;
  for (const ClaimId c : graph_->claims_of(e)) {
    if (!claims_.contains(c) || graph_->claim_document(c) == last) continue;
    last = graph_->claim_document(c);
    ++count;
  }
  return count;
}

std::vector<DocumentId> Subset::documents() const {
  if (whole_) return {graph_->documents().begin(), graph_->documents().end()};
  IdSet seen(graph_->document_count());
  for (const ClaimId c : claims_) seen.insert(graph_->claim_document(c));
  return {seen.begin(), seen.end()};
}

std::vector<EdgeId> Subset::out_edges(NodeId n) const {
  std::vector<EdgeId> result;
  std::ranges::copy_if(graph_->out_edges(n), std::back_inserter(result),
                       [&](EdgeId e) { return edges_.contains(e); });
  return result;
}

std::vector<EdgeId> Subset::in_edges(NodeId n) const {
  std::vector<EdgeId> result;
  std::ranges::copy_if(graph_->in_edges(n), std::back_inserter(result),
                       [&](EdgeId e) { return edges_.contains(e); });
  return result;
}

void Subset::insert_edge(EdgeId e, const Subset& within) {
  edges_.insert(e);
  nodes_.insert(graph_->edge_from(e));
  nodes_.insert(graph_->edge_to(e));
  for (const ClaimId c : graph_->claims_of(e))
    if (within.contains_claim(c)) claims_.insert(c);
}

void Subset::insert_edge(EdgeId e, std::span<const ClaimId> claims) {
  edges_.insert(e);
  nodes_.insert(graph_->edge_from(e));
  nodes_.insert(graph_->edge_to(e));
  for (const ClaimId c : claims) claims_.insert(c);
}

void Subset::unite(const Subset& other) {
  nodes_.unite(other.nodes_);
  edges_.unite(other.edges_);
  claims_.unite(other.claims_);
}

void Subset::insert_claim(ClaimId c) {
  const EdgeId e = graph_->claim_edge(c);
  claims_.insert(c);
  edges_.insert(e);
  nodes_.insert(graph_->edge_from(e));
  nodes_.insert(graph_->edge_to(e));
}

void Subset::insert_edges_between(const Subset& within) {
  for (const EdgeId e : within.edges())
    if (nodes_.contains(graph_->edge_from(e)) && nodes_.contains(graph_->edge_to(e)))
      insert_edge(e, within);
}

const Score* Subset::score(std::string_view name) const {
  const auto found = std::ranges::find(scores_, name, &Score::name);
  return found == scores_.end() ? nullptr : &*found;
}

void Subset::set_score(Score score) {
  const auto same = std::ranges::find_if(scores_, [&](const Score& existing) {
    return existing.name == score.name && existing.of == score.of;
  });
  if (same != scores_.end()) *same = std::move(score);
  else scores_.push_back(std::move(score));
}

}  // namespace oscegraph
