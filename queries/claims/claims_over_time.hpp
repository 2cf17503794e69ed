// SPDX-License-Identifier: Apache-2.0
//
// How many claims hold on each day, month or year? The axis goes from the first date of the whole graph
// to the last, so that filters do not move it: by days while the last is at most `most_time_steps` after
// the first, then by months, while there are no more of these, then by years. A claim holds on each step that its period meets; one without a stated period
// on its document's day; one without any date on none.
#pragma once

#include <cstddef>
#include <vector>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

inline constexpr std::size_t most_time_steps = 400;

/// The axis, all dates of one precision; empty when no claim has a date. Years may be more than
/// `most_time_steps`. Cost: O(claims).
std::vector<Date> time_steps(const Graph& graph);

/// Columns: `step`, `claims`. A row for each of time_steps(), in order: how many of the claims in scope
/// hold then, of those edges that at least `min_documents` documents state then. The scope should be
/// narrowed by everything but time. Cost: O(claims log steps); with `min_documents` above 1 also the square
/// of an edge's claims.
/// Throws Stopped.
Table claims_over_time(const Subset& scope, std::size_t min_documents, const Context& context = {});

}  // namespace oscegraph
