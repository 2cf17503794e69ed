// SPDX-License-Identifier: Apache-2.0
//
// Finds the node whose name or alias has exactly a given spelling. Cost: one access to an array.
#pragma once

#include <vector>

#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/graph/values/ids.hpp"

namespace oscegraph {

/// An array from the number of a spelling's string to its node: it resolves nearly all texts in
/// claims, without hashing.
class Spellings {
 public:
  /// The result of of() for a spelling of several nodes.
  static constexpr NodeId several = none - 1;

  /// Adding the same pair again has no effect.
  void add(StringId spelling, NodeId n) {
    if (spelling >= nodes_.size()) nodes_.resize(spelling + 1, none);
    NodeId& node = nodes_[spelling];
    node = node == none || node == n ? n : several;
  }
  /// The only node with this spelling; several; or none.
  [[nodiscard]] NodeId of(StringId spelling) const {
    return spelling < nodes_.size() ? nodes_[spelling] : none;
  }

 private:
  std::vector<NodeId> nodes_;
};

}  // namespace oscegraph
