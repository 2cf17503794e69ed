// SPDX-License-Identifier: Apache-2.0
//
// Computes edit distances by dynamic programming with three rows, and compares the candidates on
// several threads.
#include "oscegraph/graph/text/nearest.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/collect_ranges.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  // Three rows of the dynamic programming table: two rows back (for swaps), one back, the current
  // one.
  std::array<std::vector<std::size_t>, 3> rows;
  for (auto& row : rows) row.resize(b.size() + 1);
  auto* two_back = &rows[0];
  auto* back = &rows[1];
  auto* now = &rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) (*back)[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    (*now)[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const char x = lower(a[i - 1]);
      const char y = lower(b[j - 1]);
      std::size_t cost = (*back)[j - 1] + (x == y ? 0 : 1);
      cost = std::min({cost, (*back)[j] + 1, (*now)[j - 1] + 1});
      if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y)
        cost = std::min(cost, (*two_back)[j - 2] + 1);
      (*now)[j] = cost;
      best = std::min(best, cost);
    }
    if (best > limit) return limit + 1;
    std::swap(two_back, back);
    std::swap(back, now);
  }
  return std::min((*back)[b.size()], limit + 1);
}

std::vector<std::string_view> nearest(std::string_view name,
                                      std::span<const std::string_view> candidates,
                                      std::size_t most) {
  using Found = std::pair<std::size_t, std::string_view>;
  constexpr std::size_t grain = 4096;
  std::vector<Found> found = collect_ranges<Found>(
      candidates.size(), grain, {},
      [&](std::size_t first, std::size_t last, std::vector<Found>& near) {
        for (const std::string_view candidate : candidates.subspan(first, last - first)) {
          const std::size_t limit =
              std::max<std::size_t>(1, std::max(name.size(), candidate.size()) / 3);
          const std::size_t distance = edit_distance(name, candidate, limit);
          if (distance <= limit) near.emplace_back(distance, candidate);
        }
      });
  std::ranges::stable_sort(found, {}, [](const auto& pair) { return pair.first; });
  std::vector<std::string_view> result;
  for (const auto& [distance, candidate] : found) {
    // A candidate that differs only in case was meant: nothing else is suggested.
    if (result.size() == most || (found.front().first == 0 && distance > 0)) break;
    if (std::ranges::count(result, candidate) == 0) result.push_back(candidate);
  }
  return result;
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates) {
  std::vector<std::string> words;
  for (const std::string_view word : nearest(name, candidates)) words.push_back(in_quotes(word));
  return words.empty() ? "" : "did you mean " + join_or(words) + "?";
}

}  // namespace oscegraph
