// SPDX-License-Identifier: Apache-2.0
//
// When an edge holds, as days that never overlap: what GEXF calls spells. A claim without a period
// holds on its document's day, as everywhere in oscegraph.
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
  std::vector<Days> spells;    ///< in order, with a gap between any two; empty: never dated
  bool open_end = false;       ///< some claim has a start and no end
  std::string_view precision;  ///< "day", "month" or "year": of the least precise date used
  bool reversed = false;       ///< some claim ends before it starts; it has no spell
};

/// Days on which so many claims hold.
struct Weighted {
  Days days;
  std::size_t claims = 0;
};

class EdgeTimes {
 public:
  /// Open ends run to the subset's horizon: its first and last dated day.
  explicit EdgeTimes(const Subset& subset);
  /// Whether any claim has a date.
  [[nodiscard]] bool any() const { return any_; }
  [[nodiscard]] EdgeTime of(EdgeId e) const;
  /// The edge's spells, cut where the number of claims that hold changes; an edge without dates has
  /// all its claims over the whole horizon, so that no edge is without a weight.
  [[nodiscard]] std::vector<Weighted> weights(EdgeId e) const;

 private:
  /// The days of one claim; nullopt when it has no date, or ends before it starts.
  [[nodiscard]] std::optional<Days> days_of(ClaimId c) const;

  const Subset& subset_;
  Days horizon_;
  bool any_ = false;
};

}  // namespace oscegraph
