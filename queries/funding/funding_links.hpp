// SPDX-License-Identifier: Apache-2.0
//
// Finds the links by which money reaches offices. A link is funder -funds-> project <-implements-
// office, or funder -funds-> office, inside a project (the claim's `via`) or not. A project that
// two offices implement gives a link for each of them. A project without an office, and money for
// agencies and States, give a link without an office, so that nothing is lost before it is counted.
#pragma once

#include <cstdint>
#include <functional>
#include <ranges>
#include <span>
#include <vector>

#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/queries/funding/roll_up.hpp"

namespace oscegraph {

struct FundingLink {
  NodeId payer = none;    ///< the State for which it counts, or the funder itself
  NodeId funder = none;   ///< the funder that the documents name
  NodeId project = none;  ///< none: paid outside any project
  NodeId office = none;   ///< none: no office is named
  EdgeId edge = none;     ///< funder -funds-> project, office, agency or State
  EdgeId work = none;     ///< office -implements-> project, if a claim states it
  /// The claims that state the link: those of the edge that are in scope. For a payment to an
  /// office inside a project, only the claims inside this project.
  std::span<const ClaimId> claims;
};

/// Links, with the claims that they point into.
class FundingLinks {
 public:
  enum class Choice : std::uint8_t { keep, leave, leave_edge };  ///< the last: and all of its edge
  /// Decides what to do with a link. It may change the payer, but nothing else; the claims of the
  /// link may not have been looked up yet. It is called by several threads at once, whose numbers
  /// are below thread_count(context.threads). The links of an edge come one after the other, on one
  /// thread.
  using Choose = std::function<Choice(FundingLink& link, unsigned thread)>;

  /// Finds the links and stores those that are kept, in order of edge, then project, then office.
  /// So links of the same claims are next to each other. Cost: O(edges + all links), plus sorting
  /// each edge's claims by project.
  FundingLinks(const Subset& scope, const RollUp& roll_up, const Choose& choose,
               const Context& context = {});
  FundingLinks(const FundingLinks&) = delete;
  FundingLinks& operator=(const FundingLinks&) = delete;
  FundingLinks(FundingLinks&&) = default;  // the claims stay where they are
  FundingLinks& operator=(FundingLinks&&) = default;
  ~FundingLinks() = default;

  /// All links as lists, in order. The links of an edge are all in one list.
  [[nodiscard]] auto lists() const {
    return parts_ | std::views::transform(
                        [](const Part& part) { return std::span<const FundingLink>(part.links); });
  }
  [[nodiscard]] auto all() const {
    return parts_ | std::views::transform(&Part::links) | std::views::join;
  }
  [[nodiscard]] std::size_t size() const;

 private:
  friend class LinkFinder;
  struct Part {
    std::vector<ClaimId> claims;  ///< that the links point into
    std::vector<FundingLink> links;
  };
  std::vector<Part> parts_;
};

/// Adds the nodes and edges of the links to the subset: those of the funding, of the implementing,
/// and from the agency up to the State.
void insert_links(const Subset& scope, const RollUp& roll_up, const FundingLinks& links,
                  Subset& subset, const Context& context);

}  // namespace oscegraph
