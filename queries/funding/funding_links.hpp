// SPDX-License-Identifier: Apache-2.0
//
// How money reaches offices, link by link: funder -funds-> project <-implements- office, or
// funder -funds-> office, inside a project (the claim's `via`) or not. A project that two offices
// implement gives a link for each; one without an office, and money for agencies and States, give a
// link with no office, so that nothing disappears before it is counted.
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
  NodeId payer = none;    ///< whom it counts for: the State, or the funder itself
  NodeId funder = none;   ///< whom the documents name
  NodeId project = none;  ///< none: paid outside any project
  NodeId office = none;   ///< none: no office is named
  EdgeId edge = none;     ///< funder -funds-> project, office, agency or State
  EdgeId work = none;     ///< office -implements-> project, if somebody says so
  /// That speak of the link: the edge's claims in scope, of a payment past the project only those that
  /// run inside it.
  std::span<const ClaimId> claims;
};

/// Links, with the claims that they point into.
class FundingLinks {
 public:
  enum class Choice : std::uint8_t { keep, leave, leave_edge };  ///< the last: and all of its edge
  /// What to do with a link, of which it may change the payer alone, and whose claims may not have been
  /// looked up yet. Called by several threads at once, whose numbers are below
  /// thread_count(context.threads); an edge's links come one after the other.
  using Choose = std::function<Choice(FundingLink& link, unsigned thread)>;

  /// Those that are kept, in order of edge, then project, then office: links of the same claims lie
  /// side by side. Cost: O(edges + all links), and sorting each edge's claims by project.
  FundingLinks(const Subset& scope, const RollUp& roll_up, const Choose& choose,
               const Context& context = {});
  FundingLinks(const FundingLinks&) = delete;
  FundingLinks& operator=(const FundingLinks&) = delete;
  FundingLinks(FundingLinks&&) = default;  // the claims stay where they are
  FundingLinks& operator=(FundingLinks&&) = default;
  ~FundingLinks() = default;

  /// The lists, one after the other, that make up all links; none parts the links of an edge.
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

/// Adds the nodes and edges of the links: the funding, the implementing, and the way up to the State.
void insert_links(const Subset& scope, const RollUp& roll_up, const FundingLinks& links,
                  Subset& subset, const Context& context);

}  // namespace oscegraph
