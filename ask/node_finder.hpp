// SPDX-License-Identifier: Apache-2.0
//
// Which node does somebody mean by "Norway", "state:NO" or "Programme Office in Dushanbe"? An id is
// an id; anything else is a name or alias of a node of the graph, or else a name that the gazetteer
// knows, in any of its languages, for one of the graph's nodes.
//
// A name that is written exactly so comes before one that is equal only after normalising, and a name
// of the graph before one of the gazetteer. Of several nodes with the name, the only one in scope is
// meant; nothing else decides between them.
#pragma once

#include <string_view>
#include <utility>

#include "oscegraph/graph/node_names.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// To be shared by all who ask the same graph, from any thread. Holds the graph.
class NodeFinder {
 public:
  explicit NodeFinder(Graph graph) : names_(std::move(graph)) {}

  /// The node that is meant. It may be out of scope: the query says so.
  /// Precondition: the scope is a part of the finder's graph.
  /// Errors: NotThere when no node is called so, with the nearest names as what to do next, or nothing
  /// when none is near; WrongValue when several nodes are, with their ids in rising order.
  /// Cost: an id O(log nodes); for a name see NodeNames; looking for what is near is a pass over all
  /// names.
  [[nodiscard]] NodeId find(std::string_view text, const Subset& scope) const;

 private:
  NodeNames names_;
};

}  // namespace oscegraph
