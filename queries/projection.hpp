// SPDX-License-Identifier: Apache-2.0
//
// Makes a network of one sort of node out of a graph of two: two funders are joined when they fund the
// same project. Every statement that says so becomes a claim of the new edge, `via` what they share,
// with its document and place, so that the network can be checked like the graph it came from.
#pragma once

#include <memory>
#include <unordered_map>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/strings.hpp"

namespace oscegraph {

class Projection {
 public:
  explicit Projection(const Graph& graph) : graph_(graph) {}

  /// Joins a and b (in either order) by what `because` states about `shared`.
  void join(NodeId a, NodeId b, NodeId shared, ClaimId because);

  /// The network; the shared nodes are in its graph and not shown. Call once.
  std::shared_ptr<Network> finish();

 private:
  NodeId node(NodeId original);
  DocumentId document(DocumentId original);

  const Graph& graph_;
  StringInterner strings_;
  GraphParts parts_;
  std::unordered_map<NodeId, NodeId> nodes_;
  std::unordered_map<DocumentId, DocumentId> documents_;
};

}  // namespace oscegraph
