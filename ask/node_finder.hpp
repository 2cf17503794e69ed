// SPDX-License-Identifier: Apache-2.0
//
// Which node does the user mean by "Norway", "state:NO" or "Programme Office in Dushanbe"? An id is
// an id; anything else is a name or alias of a node of this graph.
#pragma once

#include <string_view>

#include "oscegraph/graph/node_names.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

class NodeFinder {
 public:
  NodeFinder(const Subset& scope, const NodeNames& names) : scope_(&scope), names_(&names) {}

  /// A name of several nodes means the one in scope, if only one is. Throws Error when no node is
  /// called so (naming the nearest) or several are (naming their ids). The node may be out of scope:
  /// the query says so. Cost: an id O(log nodes); for a name see NodeNames.
  [[nodiscard]] NodeId find(std::string_view text) const;

 private:
  const Subset* scope_;
  const NodeNames* names_;
};

}  // namespace oscegraph
