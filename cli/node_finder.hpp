// SPDX-License-Identifier: Apache-2.0
//
// Which node does the user mean by "Norway", "state:NO" or "Programme Office in Dushanbe"? An id is
// an id; anything else is a name or alias of a node of this graph.
#pragma once

#include <mutex>
#include <string_view>

#include "oscegraph/graph/names.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph::cli {

/// Every name and alias of a graph's nodes, indexed when a name is first looked up. Shared by all
/// who ask the same graph, from any thread.
class NodeNames {
 public:
  /// The graph must outlive the names.
  explicit NodeNames(const Graph& graph) : graph_(&graph) {}
  [[nodiscard]] const NameIndex& index() const;

 private:
  const Graph* graph_;
  mutable std::once_flag made_;
  mutable NameIndex index_;
};

class NodeFinder {
 public:
  NodeFinder(const Subset& scope, const NodeNames& names) : scope_(&scope), names_(&names) {}

  /// A name of several nodes means the one in scope, if only one is. Throws Error when no node is
  /// called so (naming the nearest) or several are (naming their ids). The node may be out of scope:
  /// the query says so. Cost: an id O(log nodes); the first name indexes all names.
  [[nodiscard]] NodeId find(std::string_view text) const;

 private:
  const Subset* scope_;
  const NodeNames* names_;
};

}  // namespace oscegraph::cli
