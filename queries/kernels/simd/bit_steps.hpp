// SPDX-License-Identifier: Apache-2.0
//
// Declares the inner loops of distance_sums.cpp, which are compiled once for each level of vector
// instructions. lane_steps.hpp says why they take plain arrays only.
#pragma once

#include <cstdint>

#include "oscegraph/queries/kernels/simd/lane_steps.hpp"

namespace oscegraph::simd {

/// 512 searches at once: one bit for each, so a node has one cache line.
inline constexpr std::size_t bit_words = 8;
struct alignas(64) BitBlock {
  std::uint64_t word[bit_words];
};

/// The state of a batch of searches, in arrays by node.
///
/// front[] and next[] are not cleared between levels. A bit left over from an earlier level does no
/// harm: the search was passed to all neighbours of the node then, so they have already seen it.
struct BitSearch {
  BitBlock* seen;          ///< searches that have reached the node, or can never reach it
  BitBlock* front;         ///< searches that reached it in the last level
  BitBlock* next;          ///< searches that reach it in the current level
  std::uint32_t* touched;  ///< the last level in which push() reached the node
  std::uint64_t* reached;  ///< sum over searches of members, added to
  std::uint64_t* total;    ///< sum of members times distance, added to
  double* harmonic;        ///< sum of members divided by distance, added to
  /// The members of each search's source in binary: bit i of plane p is bit p of their number.
  const BitBlock* planes;
  std::size_t plane_count;
};

struct BitLists {
  std::uint32_t* open;  ///< nodes that some search has not reached yet
  std::size_t open_size;
  std::uint32_t* found;  ///< nodes that a search reached in the level
  std::size_t found_size;
};

struct BitSteps {
  /// One level by pulling: each of the `size` nodes of `open` takes over the searches that are at
  /// its neighbours in `in`. Nodes that missed a search before are appended to the lists' open
  /// nodes, which may be the beginning of the same array; nodes that a search has reached are
  /// appended to `found`.
  void (*pull)(const BitSearch&, Rows in, const std::uint32_t* open, std::size_t size,
               std::uint32_t distance, BitLists&);
  /// One level by pushing: the searches at the `size` nodes of `front` go to the nodes' neighbours
  /// in `out`. Appends to `found`; the list of open nodes is unchanged.
  void (*push)(const BitSearch&, Rows out, const std::uint32_t* front, std::size_t size,
               std::uint32_t distance, BitLists&);
  /// Call it after the last push of a level: adds the searches that reached the `size` nodes of
  /// `found` to the sums.
  void (*finish_level)(const BitSearch&, const std::uint32_t* found, std::size_t size,
                       std::uint32_t distance);
};

extern const BitSteps bit_steps_baseline;
#if defined(__x86_64__)
extern const BitSteps bit_steps_avx2;
extern const BitSteps bit_steps_avx512;
#endif

}  // namespace oscegraph::simd
