// SPDX-License-Identifier: Apache-2.0
//
// Applies the filters that all commands share to a graph, and returns a Subset. A claim passes when
// it meets all filters. An edge stays while enough documents still state it. A node stays when it
// is of an allowed kind and, if claims or edges are filtered too, still has an edge.
//
// Time: a claim holds during its stated period. Without a period, it holds on the date of its
// document. A time filter leaves out a claim with neither, and the notes of the Subset say how
// many.
//
// Cost: one pass over the edges, and over the claims of edges whose relation and ends pass, on all
// threads.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

struct Filters {
  Date at;                          ///< the claim holds on some day of this date
  Date since;                       ///< ... on this date or later
  Date until;                       ///< ... on this date or earlier
  std::vector<Relation> relations;  ///< empty: all
  std::vector<Kind> kinds;          ///< of both ends; empty: all
  std::vector<Flow> flows;          ///< of claims that carry money (funds, channels_to); empty: all
  std::vector<DocumentId> documents;  ///< empty: all
  std::size_t min_documents = 1;      ///< that state the edge, after the other filters
  std::optional<Basis> basis;         ///< empty: stated and inferred

  /// Whether any filter is set.
  [[nodiscard]] bool any() const;
};

Subset narrow(const Graph& graph, const Filters& filters, const Context& context = {});

}  // namespace oscegraph
