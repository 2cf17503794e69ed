// SPDX-License-Identifier: Apache-2.0
//
// Whether a file's edges have a direction. One file has one sort of edges: readers refuse or drop the
// other (P16, P40).
#pragma once

#include <algorithm>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// Only when every edge says the same both ways, and there is one.
inline bool is_undirected(const Subset& subset) {
  return !subset.edges().empty() && std::ranges::all_of(subset.edges(), [&](EdgeId e) {
    return row_of(subset.graph().edge_relation(e)).symmetric;
  });
}

}  // namespace oscegraph
