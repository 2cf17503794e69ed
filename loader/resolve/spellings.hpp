// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "oscegraph/graph/ids.hpp"
#include "oscegraph/graph/strings.hpp"

namespace oscegraph {

/// Which node is spelt how, by number of the spelling's string: as an array, since nearly all texts that
/// claims name nodes by are answered here, and numbers need no hashing.
class Spellings {
 public:
  /// What of() gives for a spelling of more than one node.
  static constexpr NodeId several = none - 1;

  /// The same pair again changes nothing.
  void add(StringId spelling, NodeId n) {
    if (spelling >= nodes_.size()) nodes_.resize(spelling + 1, none);
    NodeId& node = nodes_[spelling];
    node = node == none || node == n ? n : several;
  }
  /// The only node that is spelt so; several; or none.
  [[nodiscard]] NodeId of(StringId spelling) const {
    return spelling < nodes_.size() ? nodes_[spelling] : none;
  }

 private:
  std::vector<NodeId> nodes_;
};

}  // namespace oscegraph
