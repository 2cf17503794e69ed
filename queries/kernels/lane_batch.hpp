// SPDX-License-Identifier: Apache-2.0
//
// Brandes' algorithm for 32 sources at once. Where one search keeps a number for each node, this
// keeps a cache-friendly row of 32, and a bit mask says which searches are at a node; an arc is then
// looked at once for a whole batch, and its additions are vector instructions. On small-world graphs
// the 32 searches move through the same levels, so most of the row is busy.
//
// Both halves walk an arc from whichever end is cheaper: from the frontier while it is small, from
// the nodes not reached yet when most of the graph is in it (Beamer et al., 2012).
//
// A node may stand for several (twins.hpp), and may weigh more than one as an end of paths (folded
// trees, betweenness.cpp). With s a source of weight w, P(v) the shortest paths from s to one member
// of v, m(v) members and t(v) their weight as targets, the backward half computes
//     D(v) = P(v) * sum over v's successors u of (t(u) + m(u) D(u)) / P(u)
// and adds w * D(v) to the total of v.
//
// Brandes, "A faster algorithm for betweenness centrality" (2001); batches: Then et al., "The more
// the merrier: efficient multi-source graph traversal" (2015).
#pragma once

#include <cstdint>
#include <span>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/queries/kernels/csr.hpp"
#include "oscegraph/queries/kernels/simd.hpp"
#include "oscegraph/queries/kernels/simd/lane_steps.hpp"

namespace oscegraph {

struct LaneGraph {
  const Csr* out = nullptr;
  const Csr* in = nullptr;      ///< `out` again when the graph is undirected
  std::vector<double> members;  ///< empty: 1 each
  std::vector<double> targets;  ///< empty: 1 each; also the weight as a source
};

/// The memory of one worker: about 560 bytes for each node.
class LaneBatch {
 public:
  /// `context` must outlive it, as the graph must.
  LaneBatch(const LaneGraph& graph, Simd simd, const Context& context);

  /// Adds the dependencies on each node of the sources' searches to `total`, each times the weight
  /// of its source, and their squares to `squares` unless that is null. At most 32 sources; one may
  /// come twice. Cost: O(arcs) for each level, at most O(32 * arcs) in all. Throws
  /// Stopped within some thousand nodes; it may not be run again then.
  void run(std::span<const Vertex> sources, std::vector<double>& total,
           std::vector<double>* squares = nullptr);

 private:
  struct alignas(64) Block {
    double lane[simd::lanes];
  };
  void start(std::span<const Vertex> sources);
  void forward(std::size_t source_count);
  void backward();
  [[nodiscard]] simd::Level level(std::size_t number) const;
  [[nodiscard]] std::uint64_t arcs_of(std::size_t number, const Csr& rows) const;
  std::size_t push(simd::Level nodes);
  std::size_t pull(std::uint32_t active);
  void close_level(std::size_t found, std::uint32_t active);

  const LaneGraph* graph_;
  const Context* context_;
  const simd::LaneSteps* steps_;
  simd::Rows out_;
  simd::Rows in_;
  std::vector<Block> paths_;
  std::vector<Block> factor_;
  Block weights_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> nearer_;
  std::vector<std::uint32_t> deeper_;
  std::vector<Vertex> found_;
  std::uint64_t open_arcs_ = 0;  ///< into nodes that some search has yet to reach
  /// The levels one after the other: their nodes, and the lanes that are there.
  std::vector<std::size_t> level_begin_;
  std::vector<Vertex> level_node_;
  std::vector<std::uint32_t> level_mask_;
  simd::Lanes lanes_{};
};

}  // namespace oscegraph
