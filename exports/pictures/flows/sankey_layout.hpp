// SPDX-License-Identifier: Apache-2.0
//
// Computes the boxes and bands of a Sankey diagram: payers are on the left, projects in the middle,
// and the offices that carry them out on the right.
//
//  - A band on the left is a `funds` edge. Its width is its amount in one ledger (one flow, one
//    currency), or 1 when widths count edges; an edge without an amount is a hairline, since unknown
//    is not zero.
//  - A band on the right is an `implements` edge. Documents do not say how much of a project's money
//    each of its offices handles, so what the project receives is split evenly between them: the
//    picture's small print says so.
//  - Money paid to an office, agency or State itself runs from the left to the right.
//  - When a column has more than most_boxes boxes, those with the least flow become one box, and bands
//    between the same two boxes become one band.
//
// Boxes of a column are ordered so that few bands cross: eight sweeps that sort by the mean
// position of the neighbours (Sugiyama, Tagawa and Toda, 1981); ties keep their order. Cost:
// O(sweeps * (edges + boxes log boxes)).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "oscegraph/graph/ledger.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

inline constexpr std::size_t most_boxes = 40;  ///< in a column

struct SankeyBox {
  NodeId node = none;     ///< of a joined box: its first node
  std::size_t nodes = 1;  ///< more than 1: a joined box of the nodes with the least flow
  double in = 0;          ///< the widths of the bands that end here, in pixels
  double out = 0;         ///< the widths of the bands that begin here
  double top = 0;         ///< from the top of the columns
  double height = 0;      ///< at least what its label needs
};

struct SankeyBand {
  EdgeId edge = none;     ///< of a joined band: its first edge
  std::size_t edges = 1;  ///< more than 1: a joined band at a joined box
  bool known = true;      ///< false: its amount is not known
  double width = 0;
  double from = 0;  ///< the band's upper edge at its first box, and at its second
  double to = 0;
  std::size_t from_column = 0;
  std::size_t to_column = 0;
  std::size_t from_box = 0;
  std::size_t to_box = 0;
};

struct SankeyLayout {
  std::array<std::vector<SankeyBox>, 3> columns;
  std::vector<SankeyBand> bands;
  double height = 0;
  std::optional<LedgerKey> money;  ///< what widths show; nullopt: each edge counts one
  std::size_t unknown = 0;         ///< funds edges without an amount in that ledger
  std::size_t shared = 0;          ///< projects split between several offices
  std::size_t left_out = 0;        ///< edges of other relations
  std::size_t together = 0;        ///< nodes in joined boxes
};

/// `least_height` (by node) is the height that the label of a node's box needs. With `money`,
/// widths show amounts.
SankeyLayout sankey_layout(const Subset& subset, const std::optional<LedgerKey>& money,
                           const std::vector<double>& least_height);

}  // namespace oscegraph
