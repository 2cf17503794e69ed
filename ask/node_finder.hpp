// SPDX-License-Identifier: Apache-2.0
//
// Finds the node that a person means by a typed text: "Norway", "state:NO", "Programme Office in
// Dushanbe". The text is an id, or a name or alias of a node of the graph, or a name that the
// gazetteer has, in any of its languages, for one of the graph's nodes.
//
// A name of the graph has priority over one of the gazetteer, and an exact name over one that is
// equal only after normalising. When several nodes have the name, the only one of them in scope is
// meant. If there is not exactly one in scope, the text is ambiguous.
#pragma once

#include <string_view>
#include <utility>

#include "oscegraph/graph/node_names.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// One finder serves all questions about a graph, from any thread. It holds the graph.
class NodeFinder {
 public:
  explicit NodeFinder(Graph graph) : names_(std::move(graph)) {}

  /// The node that is meant. It may be outside the scope; then the query reports that.
  /// Precondition: the scope is a part of the finder's graph.
  /// Errors: NotThere when no node has this name; the error suggests the nearest names, if any are
  /// near. WrongValue when several nodes have it, with their ids in rising order.
  /// Cost: O(log nodes) for an id; for a name see NodeNames; a pass over all names to find what is
  /// near.
  [[nodiscard]] NodeId find(std::string_view text, const Subset& scope) const;

 private:
  NodeNames names_;
};

}  // namespace oscegraph
