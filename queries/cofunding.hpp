// SPDX-License-Identifier: Apache-2.0
//
// Who funds together? Pairs of funders with a project in common. What an agency funds counts for
// the State it is part of.
#pragma once

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

struct CofundingOptions {
  std::size_t min_shared = 1;  ///< projects a pair must have in common
};

/// Rows: `a`, `b` (by name within the pair), `shared` (count), `jaccard` (shared / funded by
/// either), `projects` (names); most shared first, then higher jaccard, then names. Subset: the
/// funders, their agencies, the shared projects and the edges between. Cost: O(sum over projects of
/// the square of their funders).
Answer cofunding(const Subset& scope, const CofundingOptions& options);

}  // namespace oscegraph
