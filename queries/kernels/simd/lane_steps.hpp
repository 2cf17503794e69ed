// SPDX-License-Identifier: Apache-2.0
//
// The inner loops of betweenness.cpp, once for each level of vector instructions. They see plain
// arrays only: code in this folder is compiled with instructions that not every machine has, and
// an inline function of the standard library compiled here could be the copy that the linker keeps
// for everybody.
#pragma once

#include <cstddef>
#include <cstdint>

namespace oscegraph::simd {

/// How many sources a batch has: a bit each in a mask, a double each in a lane.
inline constexpr std::size_t lanes = 32;

struct Rows {
  const std::uint32_t* begin;
  const std::uint32_t* to;
};

/// A batch at work. Arrays by node, or by node and lane.
struct Lanes {
  std::uint32_t size;
  std::uint32_t* seen;    ///< lanes whose search has reached the node
  std::uint32_t* nearer;  ///< lanes whose search is at the node in the level nearer the source
  std::uint32_t* deeper;  ///< ... and in the level after it
  double* paths;          ///< shortest paths from the source, times the node's members
  double* factor;         ///< what a node hands to those before it, for each path
  const double* members;  ///< how many nodes the node stands for; null: 1
  const double* targets;  ///< what they weigh as ends of paths; null: 1
  const double* weights;  ///< of the sources, by lane
  double* total;          ///< sum over lanes of weight times dependency, added to
  double* squares;        ///< sum of squares of dependencies, added to; null: not wanted
};

/// Nodes of a level with the lanes that are there.
struct Level {
  const std::uint32_t* node;
  const std::uint32_t* mask;
  std::size_t size;
};

struct LaneSteps {
  /// Forward one level, from the nodes of `level` along `out`: sets `deeper`, lists its nodes in
  /// `found` and returns how many.
  std::size_t (*push)(const Lanes&, Rows out, Level level, std::uint32_t* found);
  /// The same from the side of those of the nodes [first, last) that are unreached, against the arcs;
  /// `nearer` is the level.
  std::size_t (*pull)(const Lanes&, Rows in, std::uint32_t first, std::uint32_t last,
                      std::uint32_t active, std::uint32_t* found);
  /// Nodes that stand for several have their paths multiplied.
  void (*scale)(const Lanes&, Level level);
  /// Backward: from sums of factors to dependencies, totals and the level's own factors.
  void (*settle)(const Lanes&, Level level);
  /// Adds the factors of `level` (== `deeper`) to the nodes before it, masked by `nearer`.
  void (*push_back)(const Lanes&, Rows in, Level level);
  /// The same from the side of `level` (== `nearer`).
  void (*pull_back)(const Lanes&, Rows out, Level level);
};

extern const LaneSteps lane_steps_baseline;
#if defined(__x86_64__)
extern const LaneSteps lane_steps_avx2;
extern const LaneSteps lane_steps_avx512;
#endif

}  // namespace oscegraph::simd
