// SPDX-License-Identifier: Apache-2.0
//
// Sorts entries by integer keys with a parallel counting sort in two passes. The entries are first
// partitioned into ranges of 4096 keys; then each range is sorted by key. So each pass writes to
// few places at a time, which suits even a small cache.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {

/// Values grouped by key, fewer than 2^32 of them: those with key k are at begins[k] .. begins[k +
/// 1], in the order of the input.
template <typename Value>
struct Groups {
  std::vector<std::uint32_t> begins;
  std::vector<Value> values;

  /// The number of keys, with or without values.
  [[nodiscard]] std::size_t size() const { return begins.size() - 1; }
  [[nodiscard]] bool empty() const { return values.empty(); }
  [[nodiscard]] std::span<const Value> of(std::size_t key) const {
    return std::span(values).subspan(begins[key], begins[key + 1] - begins[key]);
  }

  /// Prefetch for keys that are needed soon: first the position of a group, then its values.
  void prefetch_place(std::size_t key) const { __builtin_prefetch(&begins[key]); }
  void prefetch(std::size_t key) const { __builtin_prefetch(values.data() + begins[key]); }
};

/// Counting sort of pairs that a function enumerates: `each(put)` calls put(key, value) for every
/// pair, with keys below `bound`. It is called twice and must give the same pairs both times.
template <typename Value, typename Each>
Groups<Value> group_pairs(std::size_t bound, const Each& each) {
  Groups<Value> groups{std::vector<std::uint32_t>(bound + 1), {}};
  each([&](std::uint32_t key, const Value&) { ++groups.begins[key + 1]; });
  for (std::size_t key = 0; key < bound; ++key) groups.begins[key + 1] += groups.begins[key];
  groups.values.resize(groups.begins.back());
  std::vector<std::uint32_t> next(groups.begins.begin(), groups.begins.end() - 1);
  each([&](std::uint32_t key, const Value& value) { groups.values[next[key]++] = value; });
  return groups;
}

/// Groups value_of(i), for i below `size`, by key_of(i), which is below `bound`. Both functions are
/// called on several threads; key_of is called twice for each i. Cost: linear in `size` and
/// `bound`; memory for one key and value per entry beside the result.
template <typename Value, typename KeyOf, typename ValueOf>
Groups<Value> group_by_key(std::size_t size, std::size_t bound, const Context& context,
                           const KeyOf& key_of, const ValueOf& value_of) {
  struct Entry {
    std::uint32_t key;
    Value value;
  };
  constexpr unsigned range_bits = 12;
  constexpr std::size_t keys_in_range = std::size_t{1} << range_bits;
  const std::size_t ranges = bound / keys_in_range + 1;
  constexpr unsigned most_slices = 8;  // one count is kept per range and slice
  const std::size_t slices = std::min(thread_count(context.threads), most_slices);
  const std::size_t length = (size + slices - 1) / slices;
  std::vector<std::vector<std::uint32_t>> next(slices);
  const auto each_of = [&](std::size_t slice, const auto& visit) {
    const std::size_t last = std::min(size, (slice + 1) * length);
    for (std::size_t i = slice * length; i < last; ++i) visit(i, key_of(i));
  };
  parallel_for(slices, context, [&](std::size_t slice, unsigned) {
    next[slice].assign(ranges, 0);
    each_of(slice, [&](std::size_t, std::uint32_t key) { ++next[slice][key >> range_bits]; });
  });
  std::vector<std::uint32_t> range_begins(ranges + 1);
  std::uint32_t place = 0;
  for (std::size_t range = 0; range < ranges; ++range) {
    range_begins[range] = place;
    for (auto& counts : next) place += std::exchange(counts[range], place);
  }
  range_begins[ranges] = place;
  std::vector<Entry> entries(size);
  parallel_for(slices, context, [&](std::size_t slice, unsigned) {
    each_of(slice, [&](std::size_t i, std::uint32_t key) {
      entries[next[slice][key >> range_bits]++] = {key, value_of(i)};
    });
  });
  Groups<Value> groups{std::vector<std::uint32_t>(bound + 1), std::vector<Value>(size)};
  groups.begins[bound] = place;
  parallel_for(ranges, context, [&](std::size_t range, unsigned) {
    const std::size_t first_key = range * keys_in_range;
    const std::size_t key_count = std::min(keys_in_range, bound - first_key);
    std::vector<std::uint32_t> places(key_count, 0);
    const std::span of_range(entries.data() + range_begins[range],
                             entries.data() + range_begins[range + 1]);
    for (const Entry& entry : of_range) ++places[entry.key - first_key];
    std::uint32_t begin = range_begins[range];
    for (std::size_t key = 0; key < key_count; ++key) {
      groups.begins[first_key + key] = begin;
      begin += std::exchange(places[key], begin);
    }
    for (const Entry& entry : of_range)
      groups.values[places[entry.key - first_key]++] = entry.value;
  });
  return groups;
}

}  // namespace oscegraph
