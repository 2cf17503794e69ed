// SPDX-License-Identifier: Apache-2.0
//
// Declares the inner loops of lane_batch.cpp, which are compiled once for each level of vector
// instructions. They take plain arrays only. The reason: code in this folder is compiled with
// instructions that not every machine has. If it used inline functions of the standard library, the
// linker could keep these copies for the whole program.
#pragma once

#include <cstddef>
#include <cstdint>

namespace oscegraph::simd {

/// The number of sources in a batch. Each source is a lane: a bit of a mask, and a double of a
/// block.
inline constexpr std::size_t lanes = 32;

struct Rows {
  const std::uint32_t* begin;
  const std::uint32_t* to;
};

/// The state of a batch, in arrays by node, or by node and lane.
struct Lanes {
  std::uint32_t size;
  std::uint32_t* seen;          ///< lanes whose search has reached the node
  std::uint32_t* current_mask;  ///< lanes whose search has the node in the level nearer the source
  std::uint32_t* next_mask;     ///< lanes whose search has the node in the next deeper level
  double* paths;                ///< shortest paths from the source, times the node's members
  double* factor;               ///< what a node passes to each predecessor, for each path
  const double* members;        ///< the number of nodes it stands for; null: 1
  const double* targets;        ///< their weight as ends of paths; null: 1
  const double* weights;        ///< by lane: the weight of the source
  double* total;                ///< sum over lanes of weight times dependency, added to
  double* squares;              ///< sum of squares of dependencies, added to; null: not wanted
};

/// The nodes of a level, and for each node the lanes that have it in this level.
struct Level {
  const std::uint32_t* node;
  const std::uint32_t* mask;
  std::size_t size;
};

struct LaneSteps {
  /// One level forward, from the nodes of `level` along `out`: sets `next_mask`, lists the nodes
  /// reached in `found` and returns their number.
  std::size_t (*push)(const Lanes&, Rows out, Level level, std::uint32_t* found);
  /// The same by pulling: for the nodes in [first, last) that a lane of `active` has not reached,
  /// along `in`, from the level in `current_mask`.
  std::size_t (*pull)(const Lanes&, Rows in, std::uint32_t first, std::uint32_t last,
                      std::uint32_t active, std::uint32_t* found);
  /// Multiplies the paths of nodes that stand for several by the number of members.
  void (*scale)(const Lanes&, Level level);
  /// Backward: computes, from the sums of factors, the dependencies, the totals and the level's
  /// factors.
  void (*settle)(const Lanes&, Level level);
  /// Adds the factors of the nodes of `level` (== `next_mask`) to their predecessors in
  /// `current_mask`.
  void (*push_back)(const Lanes&, Rows in, Level level);
  /// The same by pulling: `level` (== `current_mask`) takes the factors of its successors in
  /// `next_mask`.
  void (*pull_back)(const Lanes&, Rows out, Level level);
};

extern const LaneSteps lane_steps_baseline;
#if defined(__x86_64__)
extern const LaneSteps lane_steps_avx2;
extern const LaneSteps lane_steps_avx512;
#endif

}  // namespace oscegraph::simd
