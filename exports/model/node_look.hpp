// SPDX-License-Identifier: Apache-2.0
//
// Computes how nodes look in files for graph programs, so that the picture is readable when the
// file is opened: the colour (by kind, or by a score that numbers groups), the size (by degree or
// by a score) and the position.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "oscegraph/exports/model/graph_format.hpp"
#include "oscegraph/exports/model/node_colours.hpp"
#include "oscegraph/exports/model/node_positions.hpp"

namespace oscegraph {

class NodeLook {
 public:
  /// Errors: the style names a score that the subset does not have.
  NodeLook(const Subset& subset, const GraphStyle& style, const Context& context = {});

  [[nodiscard]] Colour colour(NodeId n) const { return colours_.of(n); }
  /// A diameter from 10 to 50; nullopt where the score for sizes is undefined.
  [[nodiscard]] std::optional<double> size(NodeId n) const;
  /// Whether all nodes have positions; otherwise none has one, since readers put the nodes without
  /// a position at 0,0 (P22 in docs/graph-files.md).
  [[nodiscard]] bool placed() const { return !positions_.empty(); }
  [[nodiscard]] Point place(NodeId n) const { return positions_[n]; }

 private:
  NodeColours colours_;
  std::vector<double> sizes_;
  std::vector<Point> positions_;
};

}  // namespace oscegraph
