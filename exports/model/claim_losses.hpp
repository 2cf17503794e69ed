// SPDX-License-Identifier: Apache-2.0
//
// What is lost when a format has edges and no claims: the LossReport's lines about it, in one place,
// so that every such format tells it in the same words.
#pragma once

#include <string_view>

#include "oscegraph/exports/output/loss_report.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// Claims added up into edges; their places, quotes, shares, projects they run inside, rules and
/// reviews; the titles and links of their documents.
void report_claims_added_up(const Subset& subset, LossReport& losses);

/// The claims' periods, for a format without time. `why` names it: "GraphML has none".
void report_intervals(const Subset& subset, std::string_view why, LossReport& losses);

/// Edges whose documents disagree on an amount, and sums too large to be exact.
void report_money(const Subset& subset, LossReport& losses);

/// A drawing shows names, kinds, relations and sums: open attributes, scores, periods and quotes
/// are not in it.
void report_not_drawn(const Subset& subset, LossReport& losses);

}  // namespace oscegraph
