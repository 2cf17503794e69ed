// SPDX-License-Identifier: Apache-2.0
//
// Compares two sums 1/a + 1/b + ... exactly. Terms that are in both sums are removed first, since
// paths of equal length mostly have the same arc lengths in another order. The remaining terms are
// brought to a common denominator, with integers of any size. Cost: O(n log n) when no terms
// remain, else O(n^2).
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace oscegraph {

/// Precondition: no number is 0.
std::strong_ordering compare_inverse_sums(std::vector<std::uint64_t> left,
                                          std::vector<std::uint64_t> right);

}  // namespace oscegraph
