// SPDX-License-Identifier: Apache-2.0
//
// Funding links as rows: which columns each way of looking has, how links gather into rows, and the
// money columns that the rows turn out to need.
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/table.hpp"
#include "oscegraph/queries/funding/funding.hpp"
#include "oscegraph/queries/funding/funding_sum.hpp"

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

/// A row stands for one combination of `keys` and lists the `lists` that go with it.
struct FundingShape {
  std::vector<FundingPart> keys;
  std::vector<FundingPart> lists;
};
const FundingShape& shape_of(FundingBy by);

/// Which row each link is in, the rows in order of their keys' names.
struct FundingRows {
  std::vector<std::uint32_t> row_of;  ///< by link
  std::vector<FundingLink> first;     ///< by row: its first link, whose claims stay with the others
};
/// Preconditions: the shape has one key or two, and every link has them. Cost: linear, and sorting the
/// keys' names.
FundingRows gather(const Graph& graph, const FundingShape& shape, const FundingLinks& links,
                   const Context& context);

/// A table of more links than this has numbers of projects and the like where a smaller one has names.
inline constexpr std::size_t most_links_named = 100'000;

/// `sums` and the numbers of `documents`: of the rows.
Table funding_table(const Graph& graph, FundingBy by, const FundingLinks& links,
                    const FundingRows& rows, const std::vector<FundingSum>& sums,
                    const std::vector<std::uint32_t>& documents, const Context& context);

/// States down, offices across, the number of projects (and, where there is none, of direct
/// payments) in each cell; a note says which office each column is.
Table funding_matrix(const Graph& graph, const FundingLinks& links, const Context& context);

}  // namespace oscegraph
