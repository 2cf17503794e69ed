// SPDX-License-Identifier: Apache-2.0
//
// Groups the links into rows (the second step). A row is about one combination of nodes (a State
// and an office, for example), and lists the other nodes of its links (their projects).
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/queries/funding/funding.hpp"
#include "oscegraph/queries/funding/funding_links.hpp"

namespace oscegraph {

/// An end of a funding link.
enum class FundingPart : std::uint8_t { payer, project, office };

constexpr NodeId node_of(const FundingRow& row, FundingPart part) {
  switch (part) {
    case FundingPart::payer: return row.payer;
    case FundingPart::project: return row.project;
    case FundingPart::office: break;
  }
  return row.office;
}

/// A row is about one node for each of `keys`; those of `lists` go with it.
struct FundingShape {
  std::vector<FundingPart> keys;
  std::vector<FundingPart> lists;
};
const FundingShape& shape_of(FundingBy by);

/// Makes the answer's rows and lists; `money`, `time` and `documents` are left for the next step.
/// Returns the row of each link. Precondition: every link has the keys of answer.by.
/// Cost: linear, and sorting the names of all nodes that the answer names: those of the rows for a
/// matrix, else those of the lists too.
std::vector<std::uint32_t> group_links(const Graph& graph, const FundingLinks& links,
                                       FundingAnswer& answer, const Context& context);

}  // namespace oscegraph
