// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/summed_edge.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <ranges>

namespace oscegraph {
namespace {

struct DayRange {
  std::int32_t first = std::numeric_limits<std::int32_t>::min();
  std::int32_t last = std::numeric_limits<std::int32_t>::max();
  [[nodiscard]] bool meets(const DayRange& other) const {
    return first <= other.last && last >= other.first;
  }
};

struct Spells {
  std::vector<ElementSpell> stated;  ///< those that meet the period stated by claims
  std::vector<DayRange> others;      ///< days on which only documents without a period hold
};

Spells sort_out(const SummedEdge& edge) {
  Spells result;
  if (!edge.period.known()) return result;
  DayRange stated;
  if (edge.period.start.known()) stated.first = edge.period.start.first_day();
  if (edge.period.end.known()) stated.last = edge.period.end.last_day();
  for (const ElementSpell& spell : edge.spells) {
    const auto start = Date::parse(spell.start);
    const auto end = Date::parse(spell.end);
    if (!start || !end) continue;
    const DayRange days{start->first_day(), end->last_day()};
    if (days.meets(stated)) result.stated.push_back(spell);
    else result.others.push_back(days);
  }
  return result;
}

/// The documents whose claims state a period (dated), and those whose claims state none (undated).
struct DocumentOrder {
  std::vector<std::size_t> dated;
  std::vector<std::size_t> undated;
};

DocumentOrder order_documents(const SummedEdge& edge, const Spells& spells) {
  DocumentOrder order;
  for (std::size_t d = 0; d < edge.documents.size(); ++d) {
    const Date date = edge.documents[d];
    const bool outside = date.known() && std::ranges::any_of(spells.others, [&](const DayRange& r) {
                           return r.meets({date.first_day(), date.last_day()});
                         });
    (outside ? order.undated : order.dated).push_back(d);
  }
  return order;
}

}  // namespace

std::size_t least_claims(const SummedEdge& edge) {
  const Spells spells = sort_out(edge);
  return std::max({std::size_t{1}, edge.documents.size(), edge.amounts,
                   spells.stated.size() + std::min<std::size_t>(spells.others.size(), 1)});
}

std::vector<ClaimShare> share_out(const SummedEdge& edge) {
  const Spells spells = sort_out(edge);
  const DocumentOrder order = order_documents(edge, spells);
  const std::size_t count = std::max(edge.claims, least_claims(edge));
  const std::size_t stated = std::max<std::size_t>(spells.stated.size(), 1);
  const std::size_t undated =
      spells.others.empty()
          ? 0
          : std::min(std::max<std::size_t>(order.undated.size(), 1), count - stated);
  // So that every document gets a claim, whichever claims state a period.
  std::vector<std::size_t> in_turn = order.dated;
  std::ranges::copy(order.undated | std::views::reverse, std::back_inserter(in_turn));
  std::vector<ClaimShare> shares(count);
  for (std::size_t i = 0; i < count; ++i) {
    ClaimShare& share = shares[i];
    share.amount = std::min(i, edge.amounts);
    share.document = in_turn[i % in_turn.size()];
    const std::size_t dated = count - undated;
    if (i >= dated) {
      if (!order.undated.empty()) share.document = order.undated[i - dated];
      continue;  // holds on its document's day
    }
    const std::size_t part = i % stated;
    share.start = part == 0 ? edge.period.start.text() : spells.stated[part].start;
    share.end = part + 1 == stated ? edge.period.end.text() : spells.stated[part].end;
  }
  return shares;
}

}  // namespace oscegraph
