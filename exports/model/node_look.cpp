// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/node_look.hpp"

#include <cmath>

#include "oscegraph/exports/model/node_size.hpp"

namespace oscegraph {

NodeLook::NodeLook(const Subset& subset, const GraphStyle& style, const Context& context)
    : colours_(subset, style),
      sizes_(node_sizes(subset, style)),
      positions_(node_positions(subset, most_placed_nodes, context)) {}

std::optional<double> NodeLook::size(NodeId n) const {
  if (std::isnan(sizes_[n])) return std::nullopt;
  constexpr double least = 10;
  constexpr double range = 40;
  return std::round(10 * (least + range * sizes_[n])) / 10;
}

}  // namespace oscegraph
