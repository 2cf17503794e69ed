// SPDX-License-Identifier: Apache-2.0
//
// Computes the size of each node in drawings, from a score or from the degree.
#pragma once

#include <vector>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

/// Sizes by node number, from 0 (smallest) to 1 (largest): by the score that style.size_by names,
/// else by the square root of the node's degree in the subset. NaN where the score is undefined.
/// When all are equal: 0.
/// Throws when the subset has no such node score.
std::vector<double> node_sizes(const Subset& subset, const GraphStyle& style);

}  // namespace oscegraph
