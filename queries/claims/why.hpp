// SPDX-License-Identifier: Apache-2.0
//
// Who says that these two are connected? Lists every claim behind the edges between two nodes, with its
// document, place and quotation. When the two share no edge, it lists the claims behind each step of the
// shortest paths between them.
#pragma once

#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

struct WhyOptions {
  NodeId from = none;
  NodeId to = none;
  bool directed = false;  ///< follow arrows only
  std::size_t most_paths = 10;
  Context context{};
};

struct WhyAnswer {
  NodeId from = none;
  NodeId to = none;
  std::vector<ClaimId> claims{};  ///< in the order told; those of one edge side by side
  std::size_t paths = 0;          ///< shortest paths told; 0: an edge or funding joins the two
  std::size_t steps = 0;          ///< of each of these paths
  bool more_paths = false;        ///< there are more than were asked for
  Subset subset;
};

/// For a State and an office the funding chains come with their edges and before any other path:
/// State funds project, office implements it; also through the State's agencies. Each edge is told
/// once, in the order the paths meet it. Subset: those edges with their ends.
/// Errors: as path(). Cost: as the shortest paths, plus the claims told.
WhyAnswer why(const Subset& scope, const WhyOptions& options);

/// A row for each claim: `step` ("Norway → Project X"), `relation`, then document, date, publisher,
/// place, basis, and period, flow, amount, quote where some row has them.
Table table_of(const WhyAnswer& answer, const Context& context = {});

}  // namespace oscegraph
