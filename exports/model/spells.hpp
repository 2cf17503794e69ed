// SPDX-License-Identifier: Apache-2.0
//
// Computes the time spans, in days, in which an edge holds; GEXF calls them spells. The spells of
// an edge never overlap. A claim without a period holds on the day of its document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

struct Days {
  std::int32_t first = 0;
  std::int32_t last = 0;
  friend bool operator==(const Days&, const Days&) = default;
};

struct EdgeTime {
  std::vector<Days> spells;    ///< in order, with a gap between any two; empty: no claim has a date
  bool open_end = false;       ///< some claim has a start and no end
  std::string_view precision;  ///< "day", "month" or "year": of the least precise date used
  bool reversed = false;       ///< some claim ends before it starts; it has no spell
};

/// A span of days and the number of claims that hold on each of them.
struct WeightedSpan {
  Days days;
  std::size_t claims = 0;
};

class EdgeTimes {
 public:
  /// Claims with an open end run to the first or last day that is dated in the subset.
  explicit EdgeTimes(const Subset& subset);
  /// Whether any claim has a date.
  [[nodiscard]] bool any() const { return any_; }
  [[nodiscard]] EdgeTime of(EdgeId e) const;
  /// The edge's spells, cut where the number of claims that hold changes. An edge without dates has
  /// one span, from the first to the last day of the subset, with all its claims: so every edge has
  /// a weight.
  [[nodiscard]] std::vector<WeightedSpan> weights(EdgeId e) const;

 private:
  /// The days of one claim; nullopt when it has no date, or ends before it starts.
  [[nodiscard]] std::optional<Days> days_of(ClaimId c) const;

  const Subset& subset_;
  Days horizon_;
  bool any_ = false;
};

}  // namespace oscegraph
