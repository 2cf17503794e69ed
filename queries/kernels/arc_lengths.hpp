// SPDX-License-Identifier: Apache-2.0
//
// The lengths of arcs as numbers that add up without rounding, or with a rounding that is known. A
// strong connection is a short one: an arc of strength w is 1/w long. No double holds 1/3, and whether
// two paths are equally long would depend on the order in which their arcs are added. So lengths are
// counted in a unit that goes into all of them: 1 / the least common multiple of the strengths. Where
// that is too small a unit for 128 bits (many amounts of money with nothing in common), it is a power
// of two so small that a path is counted too short by less than one unit for each of its arcs. Sums
// that are nearer than that are then compared arc by arc (inverse_sums.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

__extension__ using Wide = unsigned __int128;

template <typename Number>
struct ArcLengths {
  std::vector<Number> length;  ///< beside Csr::to, each much more than `slack`
  Number slack = 0;  ///< 0: sums are exact; else two paths that differ by more do so in this order
  double one = 1;    ///< how many units are 1
  [[nodiscard]] bool exact() const { return slack == 0; }
};

/// In the narrow type when sums over all the graph's nodes fit there, else in the wide one.
struct ChosenLengths {
  bool narrow = true;
  ArcLengths<std::uint64_t> in_64;
  ArcLengths<Wide> in_128;
};

/// Precondition: no strength is 0. Cost: O(arcs log arcs).
ChosenLengths arc_lengths(Vertex nodes, std::span<const std::uint64_t> strengths);

}  // namespace oscegraph
