// SPDX-License-Identifier: Apache-2.0
//
// Runs Brandes' algorithm for 32 sources at once. Each of the 32 searches is a SIMD lane: a node
// has a row of 32 numbers instead of one number, and a bit mask says which searches have reached
// the node in this level. So each arc is visited once for the whole batch, and the additions for it
// are vector instructions. On small-world graphs the 32 searches are in the same levels most of the
// time, so most lanes are in use.
//
// The forward and the backward half go over arcs from the end that is cheaper: from the frontier
// while it is small, from the unreached nodes when the frontier holds most of the graph (Beamer et
// al., 2012).
//
// A node may stand for several nodes (twins.hpp), and as an end of paths it may weigh more than one
// (folded trees, betweenness.cpp). With s a source of weight w, P(v) the number of shortest paths
// from s to one member of v, m(v) members and t(v) their weight as targets, the backward half
// computes
//     D(v) = P(v) * sum over v's successors u of (t(u) + m(u) D(u)) / P(u)
// and adds w * D(v) to the total of v.
//
// Brandes, "A faster algorithm for betweenness centrality" (2001); batches: Then et al., "The more
// the merrier: efficient multi-source graph traversal" (2015).
#pragma once

#include <cstdint>
#include <span>

#include "oscegraph/graph/threads/context.hpp"
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
  /// `graph` and `context` must outlive the object.
  LaneBatch(const LaneGraph& graph, Simd simd, const Context& context);

  /// Searches from each source and adds its dependency on each node, times the weight of the
  /// source, to `total`, and the squares to `squares` unless that is null. At most 32 sources; a
  /// source may occur twice. Cost: O(arcs) for each level, at most O(32 * arcs) in all. Throws
  /// Stopped within some thousand nodes; the object must not be used after that.
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
  std::vector<std::uint32_t> current_mask_;
  std::vector<std::uint32_t> next_mask_;
  std::vector<Vertex> found_;
  std::uint64_t open_arcs_ = 0;  ///< arcs into nodes that some search has not reached yet
  /// The levels one after the other: their nodes, and for each node the lanes that are at it.
  std::vector<std::size_t> level_begin_;
  std::vector<Vertex> level_node_;
  std::vector<std::uint32_t> level_mask_;
  simd::Lanes lanes_{};
};

}  // namespace oscegraph
