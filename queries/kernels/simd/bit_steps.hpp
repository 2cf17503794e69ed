// SPDX-License-Identifier: Apache-2.0
//
// The inner loops of distance_sums.cpp, once for each level of vector instructions (see
// lane_steps.hpp for why they see plain arrays only).
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/simd/lane_steps.hpp"

namespace oscegraph::simd {

/// 512 searches at once: a bit each, a cache line for each node.
inline constexpr std::size_t bit_words = 8;
struct alignas(64) BitBlock {
  std::uint64_t word[bit_words];
};

/// A batch of searches at work. Arrays by node.
///
/// front[] and next[] are never cleared between levels. A search that stood at a node some levels
/// ago has long been handed to all its neighbours, so a stale bit meets only nodes that have seen
/// it.
struct BitSearch {
  BitBlock* seen;          ///< searches that have reached the node, or never will
  BitBlock* front;         ///< ... in the last level
  BitBlock* next;          ///< ... in the level after it
  std::uint32_t* touched;  ///< the last level in which push() came by
  std::uint64_t* reached;  ///< sum over searches of members, added to
  std::uint64_t* total;    ///< sum of members times distance, added to
  double* harmonic;        ///< sum of members divided by distance, added to
  /// Bit planes: search i stands for the sum over planes p with bit i of 2^p members.
  const BitBlock* planes;
  std::size_t plane_count;
};

struct BitLists {
  std::uint32_t* open;  ///< nodes that some search has yet to reach
  std::size_t open_size;
  std::uint32_t* found;  ///< nodes that a search reached in the level
  std::size_t found_size;
};

struct BitSteps {
  /// One level by pulling: each of the `size` nodes of `open` takes over the searches that stand at a
  /// neighbour along `in`. Those that miss none any more leave: the others are appended to the lists'
  /// open nodes, which may lie at the beginning of the same array, and those reached to `found`.
  void (*pull)(const BitSearch&, Rows in, const std::uint32_t* open, std::size_t size,
               std::uint32_t distance, BitLists&);
  /// The same by handing the searches at the `size` nodes of `front` to their neighbours along
  /// `out`; appends to `found`, and the list of open nodes stays.
  void (*push)(const BitSearch&, Rows out, const std::uint32_t* front, std::size_t size,
               std::uint32_t distance, BitLists&);
  /// After the last push of a level: counts what came to the `size` nodes of `found`.
  void (*arrive)(const BitSearch&, const std::uint32_t* found, std::size_t size,
                 std::uint32_t distance);
};

extern const BitSteps bit_steps_baseline;
#if defined(__x86_64__)
extern const BitSteps bit_steps_avx2;
extern const BitSteps bit_steps_avx512;
#endif

}  // namespace oscegraph::simd
