// SPDX-License-Identifier: Apache-2.0
//
// How many claims hold on each day, month or year? The steps go from the first date of the whole graph to
// the last, so that they stay the same whatever the filters. Steps are days when there are at most
// `most_time_steps` of them, else months when there are at most so many of these, else years. A claim holds
// on each step that its period meets. A claim without a period holds on the day of its document, and a
// claim without any date on no step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

inline constexpr std::size_t most_time_steps = 400;

/// The axis, all dates of one precision; empty when no claim has a date. Years may be more than
/// `most_time_steps`. Cost: O(claims).
std::vector<Date> time_steps(const Graph& graph);

struct ClaimsOverTimeAnswer {
  std::vector<Date> steps{};           ///< time_steps()
  std::vector<std::int64_t> claims{};  ///< beside the steps: how many hold then
  Subset subset;
};

/// Counts the claims in scope, on each step those of edges that at least `min_documents` documents
/// state then. The scope should be narrowed by everything but time, and is the answer's subset. Throws
/// Stopped. Cost: O(claims log steps); with `min_documents` above 1 also the square of an edge's
/// claims.
ClaimsOverTimeAnswer claims_over_time(const Subset& scope, std::size_t min_documents,
                                      const Context& context = {});

/// A row for each step, in order: `step`, `claims`.
Table table_of(const ClaimsOverTimeAnswer& answer, const Context& context = {});

}  // namespace oscegraph
