// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/spells.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace oscegraph {
namespace {

constexpr std::array<std::string_view, 3> precisions{"day", "month", "year"};

std::size_t coarseness(Date date) {
  if (!date.known() || date.day() > 0) return 0;
  return date.month() > 0 ? 1 : 2;
}

/// Joins spells that overlap or follow each other without a gap.
void merge(std::vector<Days>& spells) {
  std::ranges::sort(spells, {}, &Days::first);
  std::vector<Days> merged;
  for (const Days& days : spells) {
    if (!merged.empty() && days.first <= merged.back().last + 1)
      merged.back().last = std::max(merged.back().last, days.last);
    else merged.push_back(days);
  }
  spells = std::move(merged);
}

}  // namespace

EdgeTimes::EdgeTimes(const Subset& subset) : subset_(subset) {
  horizon_ = {std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::min()};
  for (const ClaimId c : subset.claims()) {
    const Period time = subset.graph().claim_time(c);
    for (const Date date : {time.start, time.end}) {
      if (!date.known()) continue;
      any_ = true;
      horizon_.first = std::min(horizon_.first, date.first_day());
      horizon_.last = std::max(horizon_.last, date.last_day());
    }
  }
}

std::optional<Days> EdgeTimes::days_of(ClaimId c) const {
  const Period time = subset_.graph().claim_time(c);
  if (!time.known()) return std::nullopt;
  const Days days{time.start.known() ? time.start.first_day() : horizon_.first,
                  time.end.known() ? time.end.last_day() : horizon_.last};
  if (days.first > days.last) return std::nullopt;
  return days;
}

EdgeTime EdgeTimes::of(EdgeId e) const {
  EdgeTime result;
  std::size_t coarsest = 0;
  for (const ClaimId c : subset_.claims_of(e)) {
    const Period time = subset_.graph().claim_time(c);
    if (!time.known()) continue;
    const auto days = days_of(c);
    if (!days) {
      result.reversed = true;
      continue;
    }
    result.open_end |= !time.end.known();
    coarsest = std::max({coarsest, coarseness(time.start), coarseness(time.end)});
    result.spells.push_back(*days);
  }
  merge(result.spells);
  if (!result.spells.empty()) result.precision = precisions[coarsest];
  return result;
}

std::vector<WeightedSpan> EdgeTimes::weights(EdgeId e) const {
  // By day: the change of the number of claims that hold.
  std::map<std::int32_t, std::ptrdiff_t> changes;
  const std::vector<ClaimId> claims = subset_.claims_of(e);
  for (const ClaimId c : claims)
    if (const auto days = days_of(c)) {
      ++changes[days->first];
      --changes[days->last + 1];
    }
  if (changes.empty()) return {{horizon_, claims.size()}};
  std::vector<WeightedSpan> weights;
  std::ptrdiff_t holding = 0;
  std::int32_t since = 0;
  for (const auto& [day, change] : changes) {
    if (change == 0) continue;
    if (holding > 0) weights.push_back({{since, day - 1}, static_cast<std::size_t>(holding)});
    holding += change;
    since = day;
  }
  return weights;
}

}  // namespace oscegraph
