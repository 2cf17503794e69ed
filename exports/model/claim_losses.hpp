// SPDX-License-Identifier: Apache-2.0
//
// Adds to a LossReport what formats without claims cannot contain. All such formats use these
// functions, so they report the loss in the same words.
#pragma once

#include <string_view>

#include "oscegraph/exports/output/loss_report.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

/// Reports that claims were added up into edges, and what is lost by that: the claims' places in
/// the documents, quotes, shares, `via` projects, rules and reviews, and the documents' titles and
/// links.
void report_claims_added_up(const Subset& subset, LossReport& losses);

/// Reports the claims' periods, for a format without time. `why` is the reason: "GraphML has none".
void report_intervals(const Subset& subset, std::string_view why, LossReport& losses);

/// Reports edges whose documents disagree on an amount, and sums too large for 64 bits.
void report_money(const Subset& subset, LossReport& losses);

/// Reports what a drawing does not show: open attributes, scores, periods and quotes. (It shows
/// names, kinds, relations and sums.)
void report_not_drawn(const Subset& subset, LossReport& losses);

}  // namespace oscegraph
