// SPDX-License-Identifier: Apache-2.0
//
// Gives the colour of each node. It is the colour of the node's kind or, if a score numbers groups
// of nodes, of its group.
#pragma once

#include <vector>

#include "oscegraph/exports/model/graph_format.hpp"
#include "oscegraph/exports/model/node_score.hpp"
#include "oscegraph/exports/model/palette.hpp"

namespace oscegraph {

class NodeColours {
 public:
  /// Errors: the style names a score that the subset does not have.
  NodeColours(const Subset& subset, const GraphStyle& style) : graph_(subset.graph()) {
    if (!style.colour_by.empty()) groups_ = &node_score(subset, style.colour_by, "colour").values;
  }
  [[nodiscard]] Colour of(NodeId n) const {
    return groups_ == nullptr ? colour_of(graph_.node_kind(n)) : colour_of_group((*groups_)[n]);
  }

 private:
  const Graph& graph_;
  const std::vector<double>* groups_ = nullptr;  ///< null: colours by kind
};

}  // namespace oscegraph
