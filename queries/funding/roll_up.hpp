// SPDX-License-Identifier: Apache-2.0
//
// Finds the State for which the payments of an agency count. A development agency is part of a
// ministry, and a ministry is part of a State, so what the agency pays counts for the State. RollUp
// follows part_of edges upwards from agency to agency to State, over any number of levels. If they
// lead to no State, the State in the agency's attribute `state`, which comes from the gazetteer,
// counts. An agency without either, or with two different States, counts for itself. A cycle of
// part_of is followed once.
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

  /// The part_of edges on a shortest way from the funder up to payer_of(funder); empty when the two
  /// are the same, or when only the gazetteer joins them.
  [[nodiscard]] std::vector<EdgeId> way_up(NodeId funder) const;

 private:
  NodeId find_payer(NodeId funder) const;

  const Subset& scope_;
  std::vector<NodeId> payer_;  ///< by node
};

}  // namespace oscegraph
