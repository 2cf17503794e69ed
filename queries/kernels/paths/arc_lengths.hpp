// SPDX-License-Identifier: Apache-2.0
//
// Converts the strengths of arcs into lengths that can be added exactly, or with a known error. A
// strong connection is short: an arc of strength w has the length 1/w. Doubles cannot be used: no
// double is 1/3, and whether two paths are equally long would depend on the order of additions. So
// lengths are whole multiples of a unit, which is 1 / the least common multiple of the strengths.
// If lengths in that unit do not fit 128 bits (many amounts of money without common factors),
// another small unit is used and each arc is rounded down; then the length of a path is too small
// by less than one unit for each of its arcs. Sums that differ by no more than that are compared
// arc by arc (inverse_sums.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

__extension__ using Wide = unsigned __int128;

template <typename Number>
struct ArcLengths {
  std::vector<Number> length;  ///< parallel to Csr::to, each much more than `slack`
  Number slack = 0;            ///< 0: sums are exact; else only differences above this are certain
  double one = 1;              ///< the length 1 in units
  [[nodiscard]] bool exact() const { return slack == 0; }
};

/// Lengths in 64 bits when the sum over any path fits into 64 bits, else in 128 bits.
struct ChosenLengths {
  bool narrow = true;
  ArcLengths<std::uint64_t> in_64;
  ArcLengths<Wide> in_128;
};

/// Precondition: no strength is 0. Cost: O(arcs log arcs).
ChosenLengths arc_lengths(Vertex nodes, std::span<const std::uint64_t> strengths);

}  // namespace oscegraph
