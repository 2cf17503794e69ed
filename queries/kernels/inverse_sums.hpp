// SPDX-License-Identifier: Apache-2.0
//
// Which of two sums 1/a + 1/b + ... is larger, exactly. What stands on both sides is taken away first:
// the lengths of paths that are equally long are mostly the same, in another order. What is left is
// brought to a common denominator in whole numbers of any size.
// Cost: O(n log n) where nothing is left, O(n^2) else.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace oscegraph {

/// Precondition: no number is 0.
std::strong_ordering compare_inverse_sums(std::vector<std::uint64_t> left,
                                          std::vector<std::uint64_t> right);

}  // namespace oscegraph
