// SPDX-License-Identifier: Apache-2.0
//
// Lists every claim behind the edges between two nodes, with its document, place and quotation. For
// a State and an office it adds the claims by which the State funds the office. When there are no
// such claims, it lists those behind each step of the shortest paths between the two nodes.
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
  std::vector<ClaimId> claims{};  ///< in the order of the paths; the claims of an edge are together
  /// How many shortest paths are listed; 0: an edge or funding joins the two.
  std::size_t paths = 0;
  std::size_t steps = 0;    ///< steps of each of these paths
  bool more_paths = false;  ///< there are more than were asked for
  Subset subset;
};

/// For a State and an office, the edges between them come first, and then the chains of funding,
/// also through the State's agencies: State funds project, office implements project. With
/// `directed`, chains of funding are not looked for. Each edge is listed once, in the order in
/// which the paths reach it. Subset: those edges with their ends.
/// Errors: as path(). Cost: as the shortest paths, plus the claims that are listed.
WhyAnswer why(const Subset& scope, const WhyOptions& options);

/// A row for each claim: `step` ("Norway → Project X"), `relation`, then document, date, publisher,
/// place, basis, and period, flow, amount, quote where some row has them.
Table table_of(const WhyAnswer& answer, const Context& context = {});

}  // namespace oscegraph
