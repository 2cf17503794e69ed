// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/node_size.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "oscegraph/exports/model/node_score.hpp"

namespace oscegraph {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

std::vector<double> root_degrees(const Subset& subset) {
  std::vector<double> values(subset.graph().node_count(), 0.0);
  for (const EdgeId e : subset.edges()) {
    values[subset.graph().edge_from(e)] += 1;
    values[subset.graph().edge_to(e)] += 1;
  }
  for (double& value : values) value = std::sqrt(value);
  return values;
}

}  // namespace

std::vector<double> node_sizes(const Subset& subset, const GraphStyle& style) {
  std::vector<double> sizes = style.size_by.empty()
                                  ? root_degrees(subset)
                                  : node_score(subset, style.size_by, "size").values;
  double least = std::numeric_limits<double>::infinity();
  double most = -least;
  for (const NodeId n : subset.nodes()) {
    if (!std::isfinite(sizes[n])) continue;
    least = std::min(least, sizes[n]);
    most = std::max(most, sizes[n]);
  }
  for (double& size : sizes) {
    if (!std::isfinite(size)) size = undefined;
    else size = most > least ? (size - least) / (most - least) : 0.0;
  }
  return sizes;
}

}  // namespace oscegraph
