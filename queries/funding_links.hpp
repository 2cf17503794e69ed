// SPDX-License-Identifier: Apache-2.0
//
// How money reaches offices, link by link: funder -funds-> project <-implements- office, or
// funder -funds-> office, inside a project (the claim's `via`) or not. A project that two offices
// implement gives a link for each; one without an office, and money for agencies and States, give a
// link with no office, so that nothing disappears before it is counted.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "oscegraph/queries/roll_up.hpp"

namespace oscegraph {

struct FundingLink {
  NodeId payer = none;     ///< whom it counts for: the State, or the funder itself
  NodeId funder = none;    ///< whom the documents name
  NodeId project = none;   ///< none: paid outside any project
  NodeId office = none;    ///< none: no office is named
  EdgeId edge = none;      ///< funder -funds-> project, office, agency or State
  EdgeId work = none;      ///< office -implements-> project, if somebody says so
  bool passed_on = false;  ///< to an agency of the payer's own, which pays on: a step of a chain
  /// That speak of the link: the edge's claims in scope, of a payment past the project only those that
  /// run inside it.
  std::span<const ClaimId> claims;
};

/// Links, with the claims that they point into.
class FundingLinks {
 public:
  enum class Choice : std::uint8_t { keep, leave, leave_edge };  ///< the last: and all of its edge
  /// What to do with a link, whose payer it may change.
  using Choose = std::function<Choice(FundingLink& link)>;

  /// Those that are kept, in order of edge, then project, then office: links of the same claims lie
  /// side by side. Cost: O(edges + all links), and sorting each edge's claims by project.
  FundingLinks(const Subset& scope, RollUp& roll_up, const Choose& choose);
  FundingLinks(const FundingLinks&) = delete;
  FundingLinks& operator=(const FundingLinks&) = delete;
  ~FundingLinks() = default;

  [[nodiscard]] std::span<const FundingLink> all() const { return links_; }

 private:
  std::vector<ClaimId> claims_;
  std::vector<FundingLink> links_;
};

/// Adds the nodes and edges of links in the order of FundingLinks: the funding, the implementing, and
/// the way up to the State.
void insert_links(const Subset& scope, const RollUp& roll_up, std::span<const FundingLink> links,
                  Subset& subset);

}  // namespace oscegraph
