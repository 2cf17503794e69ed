// SPDX-License-Identifier: Apache-2.0
//
// How nodes look in files for graph programs: coloured by kind or by a score that numbers groups,
// sized by degree or by a score, and in their places, so that the file is readable as it opens.
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
  /// A diameter from 10 to 50; nullopt where the score that gives it is undefined.
  [[nodiscard]] std::optional<double> size(NodeId n) const;
  /// All nodes have a place or none has: readers put those without at 0,0 (P22).
  [[nodiscard]] bool placed() const { return !positions_.empty(); }
  [[nodiscard]] Point place(NodeId n) const { return positions_[n]; }

 private:
  NodeColours colours_;
  std::vector<double> sizes_;
  std::vector<Point> positions_;
};

}  // namespace oscegraph
