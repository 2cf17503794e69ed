// SPDX-License-Identifier: Apache-2.0
//
// Who says that these two are connected? Every claim behind the edges between A and B with its
// document, place and quotation; when they share no edge, behind each step of the shortest paths.
#pragma once

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/context.hpp"

namespace oscegraph {

struct WhyOptions {
  NodeId from = none;
  NodeId to = none;
  bool directed = false;  ///< follow arrows only
  std::size_t most_paths = 10;
  Context context{};
};

/// For a State and an office the funding chains come with their edges and before any other path:
/// State funds project, office implements it; also through the State's agencies. Each edge is told
/// once, in the order the paths meet it. Rows: `step` ("Norway → Project X"), `relation`, then one
/// claim: document, date, publisher, place, basis, and period, flow, amount, quote where some row
/// has them. Subset: those edges with their ends.
/// Errors: as path(). Cost: as the shortest paths, plus the claims told.
Answer why(const Subset& scope, const WhyOptions& options);

}  // namespace oscegraph
