// SPDX-License-Identifier: Apache-2.0
//
// How money reaches offices, link by link: funder -funds-> project <-implements- office, or
// funder -funds-> office, inside a project (the claim's `via`) or not. A project that two offices
// implement gives a link for each; one without an office, and money for agencies and States, give a
// link with no office, so that nothing disappears before it is counted.
#pragma once

#include <vector>

#include "oscegraph/queries/roll_up.hpp"

namespace oscegraph {

struct FundingLink {
  NodeId payer = none;    ///< whom it counts for: the State, or the funder itself
  NodeId funder = none;   ///< whom the documents name
  NodeId project = none;  ///< none: paid outside any project
  NodeId office = none;   ///< none: no office is named
  EdgeId edge = none;     ///< funder -funds-> project, office, agency or State
};

/// In order of edge, then project, then office. Cost: O(edges + links).
std::vector<FundingLink> funding_links(const Subset& scope, RollUp& roll_up);

/// The claims that speak of the link: the edge's claims in scope, of a payment past the project
/// only those that run inside it.
std::vector<ClaimId> claims_of(const Subset& scope, const FundingLink& link);

/// Adds the link's nodes and edges: the funding, the implementing, and the way up to the State.
void insert_link(const Subset& scope, const RollUp& roll_up, const FundingLink& link,
                 Subset& subset);

}  // namespace oscegraph
