// SPDX-License-Identifier: Apache-2.0
//
// Finds the pairs of funders that have projects in common, and measures how close each pair is.
// This is the graph of funders and projects, projected on the funders. What an agency funds counts
// for the State that it is part of.
//
// There are five measures. `shared` counts the common projects. `jaccard` divides them by the
// projects that either of the two funds, `cosine` by the geometric mean of what each of them funds,
// so that a large funder is not close to everybody. `newman` counts a project with k funders as 1 /
// (k - 1), since to be two of two funders means more than to be two of twenty (Newman, "Scientific
// collaboration networks II", 2001). `chance` is the probability that the two share so many
// projects if both choose theirs at random (kernels/overlap_chance.hpp).
#pragma once

#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

enum class Closeness : std::uint8_t { shared, jaccard, cosine, newman, chance };

struct CofundingOptions {
  std::size_t min_shared = 1;        ///< projects a pair must have in common
  Closeness by = Closeness::shared;  ///< what ranks
  double significance =
      0;  ///< keep pairs that chance does not explain, with so many false ones; 0: all
  Context context{};
};

/// Two funders, `a` before `b` by name.
struct CofundingPair {
  NodeId a = none;
  NodeId b = none;
  std::vector<NodeId> projects{};  ///< that both fund, in order of name
  double jaccard = 0;              ///< shared / funded by either
  double cosine = 0;               ///< shared / geometric mean of what each funds
  double newman = 0;
  double chance = 1;
};

struct CofundingAnswer {
  std::vector<CofundingPair> pairs{};  ///< closest first
  std::size_t left_to_chance = 0;      ///< pairs left out: chance may explain what they share
  Subset subset;
};

/// Pairs are in order of `by`, closest first, then of shared projects, jaccard and names.
/// `significance` is applied to all pairs, before `min_shared`. Subset: the funders, their
/// agencies, the shared projects and the edges between them. Cost: O(sum over projects of the
/// square of their funders), plus for each pair the projects of the smaller funder.
CofundingAnswer cofunding(const Subset& scope, const CofundingOptions& options);

/// A row for each pair: `a`, `b`, `shared` (count), `jaccard`, `cosine`, `newman`, `chance`,
/// `projects` (names).
Table table_of(const CofundingAnswer& answer, const Context& context = {});

}  // namespace oscegraph
