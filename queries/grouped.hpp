// SPDX-License-Identifier: Apache-2.0
//
// Things sorted into groups, by counting: the projects of each row, the offices of each project. Linear,
// where sorting or a set for each group would not be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "oscegraph/graph/group_by_key.hpp"

namespace oscegraph {

template <typename Value>
class Grouped {
 public:
  /// `each(put)` calls put(group, value) for every pair, fewer than 2^32 of them, groups below `groups`;
  /// it is called twice and must say the same both times. Within a group values keep their order.
  template <typename Each>
  Grouped(std::size_t groups, const Each& each) : begin_(groups + 1) {
    each([this](std::uint32_t group, const Value&) { ++begin_[group + 1]; });
    for (std::size_t g = 0; g < groups; ++g) begin_[g + 1] += begin_[g];
    values_.resize(begin_.back());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    each([&](std::uint32_t group, const Value& value) { values_[next[group]++] = value; });
  }

  explicit Grouped(Groups<Value> groups)
      : begin_(std::move(groups.begins)),
        values_(std::move(groups.values)) {}

  [[nodiscard]] std::size_t size() const { return begin_.size() - 1; }
  /// Whether all groups are.
  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] std::span<const Value> of(std::size_t group) const {
    return std::span(values_).subspan(begin_[group], begin_[group + 1] - begin_[group]);
  }

  /// For groups to be asked for soon: brings into the cache where the values are, and then the values.
  void prefetch_place(std::size_t group) const { __builtin_prefetch(&begin_[group]); }
  void prefetch(std::size_t group) const { __builtin_prefetch(values_.data() + begin_[group]); }

 private:
  std::vector<std::uint32_t> begin_;
  std::vector<Value> values_;
};

/// How many different values each group has; values are below `bound`.
inline std::vector<std::uint32_t> count_distinct(const Grouped<std::uint32_t>& grouped,
                                                 std::size_t bound) {
  std::vector<std::uint32_t> counts(grouped.size());
  const auto groups = static_cast<std::uint32_t>(grouped.size());
  std::vector<std::uint32_t> last_group(bound, groups);
  for (std::uint32_t g = 0; g < groups; ++g)
    for (const std::uint32_t value : grouped.of(g)) {
      counts[g] += last_group[value] != g ? 1U : 0U;
      last_group[value] = g;
    }
  return counts;
}

}  // namespace oscegraph
