// SPDX-License-Identifier: Apache-2.0
//
// Counts by differences: one is added at the first step on which a claim holds, and subtracted
// after the last. A running sum then gives the number of claims on each step.
#include "oscegraph/queries/claims/claims_over_time.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>

namespace oscegraph {
namespace {

/// The steps [low, beyond) on which a claim holds, and who states it.
struct Held {
  std::size_t low;
  std::size_t beyond;
  DocumentId document;
};

/// Counts by differences: what begins to hold at a step, less what has ceased to.
class Counter {
 public:
  explicit Counter(const std::vector<Date>& steps) : changes_(steps.size() + 1) {
    for (const Date step : steps) {
      firsts_.push_back(step.first_rank());
      lasts_.push_back(step.last_rank());
    }
  }

  [[nodiscard]] std::optional<Held> held(const Period& time, DocumentId document) const {
    if (!time.known()) return std::nullopt;
    const auto low =
        time.start.known()
            ? std::ranges::lower_bound(lasts_, time.start.first_rank()) - lasts_.begin()
            : 0;
    const auto beyond =
        time.end.known() ? std::ranges::upper_bound(firsts_, time.end.last_rank()) - firsts_.begin()
                         : static_cast<std::ptrdiff_t>(firsts_.size());
    if (low >= beyond) return std::nullopt;
    return Held{static_cast<std::size_t>(low), static_cast<std::size_t>(beyond), document};
  }

  /// The claims of one edge; where fewer than `least` documents state it at a time, none counts then.
  void add(const std::vector<Held>& claims, std::size_t least, PeriodicCheck& check) {
    if (least <= 1) {
      for (const Held& claim : claims) add(claim.low, claim.beyond, 1);
      return;
    }
    std::set<std::size_t> bounds;
    for (const Held& claim : claims) bounds.insert({claim.low, claim.beyond});
    if (bounds.empty()) return;
    for (auto at = bounds.begin(), next = std::next(at); next != bounds.end(); at = next++) {
      check.count(claims.size());
      std::set<DocumentId> documents;
      std::int64_t count = 0;
      for (const Held& claim : claims)
        if (claim.low <= *at && *next <= claim.beyond) {
          documents.insert(claim.document);
          ++count;
        }
      if (documents.size() >= least) add(*at, *next, count);
    }
  }

  [[nodiscard]] std::vector<std::int64_t> counts() const {
    std::vector<std::int64_t> counts;
    std::int64_t now = 0;
    for (std::size_t i = 0; i + 1 < changes_.size(); ++i) counts.push_back(now += changes_[i]);
    return counts;
  }

 private:
  void add(std::size_t low, std::size_t beyond, std::int64_t count) {
    changes_[low] += count;
    changes_[beyond] -= count;
  }

  std::vector<std::uint32_t> firsts_;
  std::vector<std::uint32_t> lasts_;
  std::vector<std::int64_t> changes_;
};

}  // namespace

std::vector<Date> time_steps(const Graph& graph) {
  std::int32_t first = std::numeric_limits<std::int32_t>::max();
  std::int32_t last = std::numeric_limits<std::int32_t>::min();
  Date first_date;
  Date last_date;
  for (const ClaimId c : graph.claims()) {
    const Period time = graph.claim_time(c);
    for (const Date date : {time.start, time.end}) {
      // A damaged file may hold dates that are in no calendar.
      if (!date.known() || !date.exists() || date.year() < 1 || date.year() > 9999) continue;
      if (date.first_day() < first) first = (first_date = date).first_day();
      if (date.last_day() > last) last = (last_date = date).last_day();
    }
  }
  std::vector<Date> steps;
  if (first > last) return steps;
  constexpr auto most = static_cast<std::int64_t>(most_time_steps);
  if (std::int64_t{last} - first <= most) {
    for (std::int32_t day = first; day <= last; ++day) steps.push_back(date_from_days(day));
    return steps;
  }
  const int first_month = std::max(first_date.month(), 1);
  const int last_month = last_date.month() == 0 ? 12 : last_date.month();
  const int months = (last_date.year() - first_date.year()) * 12 + last_month - first_month + 1;
  if (months > most) {
    for (int year = first_date.year(); year <= last_date.year(); ++year)
      steps.push_back(Date::make(static_cast<unsigned>(year), 0, 0));
    return steps;
  }
  for (int i = 0; i < months; ++i) {
    const int month = first_month - 1 + i;
    steps.push_back(Date::make(static_cast<unsigned>(first_date.year() + month / 12),
                               static_cast<unsigned>(month % 12 + 1), 0));
  }
  return steps;
}

ClaimsOverTimeAnswer claims_over_time(const Subset& scope, std::size_t min_documents,
                                      const Context& context) {
  const Graph& graph = scope.graph();
  std::vector<Date> steps = time_steps(graph);
  Counter counter(steps);
  std::vector<Held> claims;
  PeriodicCheck check(context);
  for (const EdgeId e : scope.edges()) {
    check.count();
    claims.clear();
    for (const ClaimId c : graph.claims_of(e)) {
      check.count();
      if (!scope.contains_claim(c)) continue;
      if (const auto held = counter.held(graph.claim_time(c), graph.claim_document(c)))
        claims.push_back(*held);
    }
    counter.add(claims, min_documents, check);
  }
  return {std::move(steps), counter.counts(), scope};
}

Table table_of(const ClaimsOverTimeAnswer& answer, const Context& /*context*/) {
  Table table;
  table.columns = {{"step", ColumnType::date}, {"claims", ColumnType::integer}};
  for (std::size_t i = 0; i < answer.steps.size(); ++i)
    table.add_row({answer.steps[i], answer.claims[i]});
  return table;
}

}  // namespace oscegraph
