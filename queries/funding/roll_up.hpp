// SPDX-License-Identifier: Apache-2.0
//
// For whom does a payment count? A development agency is part of a ministry, and a ministry part of a
// State: what the agency pays counts for the State. RollUp follows part_of edges upwards from agency to
// agency to State, however many levels there are. Where no document says so, the State that the gazetteer
// knows (attribute `state`) counts. An agency that reaches no State, or two different ones, stands for
// itself. Cycles of part_of end where they began.
#pragma once

#include <vector>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

class RollUp {
 public:
  /// The scope must outlive it. Cost: a pass over the nodes, and the part_of edges above each agency.
  explicit RollUp(const Subset& scope);

  /// The State the funder is part of, the funder itself when it is a State or part of none.
  /// Precondition: it is in scope.
  [[nodiscard]] NodeId payer_of(NodeId funder) const { return payer_[funder]; }

  /// The part_of edges from the funder up to payer_of(funder), a shortest way; empty when they are
  /// the same, or joined by the gazetteer only.
  [[nodiscard]] std::vector<EdgeId> way_up(NodeId funder) const;

 private:
  NodeId find_payer(NodeId funder) const;

  const Subset& scope_;
  std::vector<NodeId> payer_;  ///< by node
};

}  // namespace oscegraph
