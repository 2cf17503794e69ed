// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/node_look.hpp"

#include <cmath>

#include "oscegraph/exports/node_score.hpp"
#include "oscegraph/exports/node_size.hpp"

namespace oscegraph {

NodeLook::NodeLook(const Subset& subset, const GraphStyle& style)
    : graph_(subset.graph()),
      sizes_(node_sizes(subset, style)),
      positions_(node_positions(subset)) {
  if (!style.colour_by.empty()) groups_ = &node_score(subset, style.colour_by, "colour").values;
}

Colour NodeLook::colour(NodeId n) const {
  if (groups_ == nullptr) return colour_of(graph_.node_kind(n));
  return colour_of_group((*groups_)[n]);
}

std::optional<double> NodeLook::size(NodeId n) const {
  if (std::isnan(sizes_[n])) return std::nullopt;
  constexpr double least = 10;
  constexpr double range = 40;
  return std::round(10 * (least + range * sizes_[n])) / 10;
}

}  // namespace oscegraph
