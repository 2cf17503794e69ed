// SPDX-License-Identifier: Apache-2.0
//
// Funding links as rows: which columns each way of looking has, how links gather into rows, and the
// money columns that the rows turn out to need.
#pragma once

#include <cstdint>

#include "oscegraph/graph/table.hpp"
#include "oscegraph/queries/funding.hpp"
#include "oscegraph/queries/funding_sum.hpp"

namespace oscegraph {

/// The end of a funding link that a column is about.
enum class FundingPart : std::uint8_t { payer, project, office };

constexpr NodeId node_of(const FundingLink& link, FundingPart part) {
  switch (part) {
    case FundingPart::payer: return link.payer;
    case FundingPart::project: return link.project;
    case FundingPart::office: break;
  }
  return link.office;
}

/// A row stands for one combination of `keys` and lists the `lists` that go with it. Links without
/// one of the keys have no row.
struct FundingShape {
  std::vector<FundingPart> keys;
  std::vector<FundingPart> lists;
};
const FundingShape& shape_of(FundingBy by);

/// The nodes' names in order, each once; no_node is skipped.
std::vector<NodeId> distinct_by_name(const Graph& graph, const std::vector<FundingLink>& links,
                                     FundingPart part);

/// Rows in order of the keys' names. Precondition: every link has every key of the shape.
Table funding_table(const Subset& scope, FundingBy by, const std::vector<FundingLink>& links);

/// States down, offices across, the number of projects (and, where there is none, of direct
/// payments) in each cell; a note says which office each column is.
Table funding_matrix(const Subset& scope, const std::vector<FundingLink>& links);

}  // namespace oscegraph
