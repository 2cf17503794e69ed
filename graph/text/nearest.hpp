// SPDX-License-Identifier: Apache-2.0
//
// Finds the names nearest to a name that does not exist: what a person probably meant. The distance
// is optimal string alignment (Damerau-Levenshtein without overlapping edits) over bytes, ASCII
// case ignored. A candidate counts when its distance is at most a third of the length of the longer
// word, or 1 if that is less. A candidate that differs only in case is returned alone. Ties keep
// the order of the candidates.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

/// The number of insertions, deletions, substitutions and swaps of neighbours that turn a into b,
/// or limit + 1 when it is more than `limit`. Cost: O(|a| * |b|).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidates close enough to `name`, nearest first, at most `most`.
std::vector<std::string_view> nearest(std::string_view name,
                                      std::span<const std::string_view> candidates,
                                      std::size_t most = 3);

/// "did you mean 'funds'?" or "did you mean 'a', 'b' or 'c'?"; "" when no candidate is near.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace oscegraph
