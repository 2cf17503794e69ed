// SPDX-License-Identifier: Apache-2.0
//
// Counts how many claims hold on each day, month or year. The steps go from the first date of the
// whole graph to the last, so that they stay the same whatever the filters. Steps are days when the
// last date is at most `most_time_steps` days after the first. Otherwise they are months when there
// are at most so many months, else years. A claim holds on each step that shares a day with its
// period. A claim without a period holds on the date of its document. A claim without any date
// holds on no step.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

inline constexpr std::size_t most_time_steps = 400;

/// The steps, all dates of one precision; empty when no claim has a date. There may be more than
/// `most_time_steps` years. Cost: O(claims).
std::vector<Date> time_steps(const Graph& graph);

struct ClaimsOverTimeAnswer {
  std::vector<Date> steps{};           ///< time_steps()
  std::vector<std::int64_t> claims{};  ///< for each step, how many claims hold on it
  Subset subset;
};

/// Counts the claims in scope for each step. A claim counts on a step if at least `min_documents`
/// documents state its edge on that step. The scope should be narrowed by everything but time, and
/// is the answer's subset. Throws Stopped. Cost: O(claims log steps); with `min_documents` above 1
/// also the square of an edge's claims.
ClaimsOverTimeAnswer claims_over_time(const Subset& scope, std::size_t min_documents,
                                      const Context& context = {});

/// A row for each step, in order: `step`, `claims`.
Table table_of(const ClaimsOverTimeAnswer& answer, const Context& context = {});

}  // namespace oscegraph
