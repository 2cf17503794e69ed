// SPDX-License-Identifier: Apache-2.0
//
// Finds the shortest paths between two nodes of a scope; every step counts one.
//
// Two breadth-first searches grow towards each other, the one with the smaller frontier first, and
// stop at the level where they meet. In a graph where a node has d neighbours and the path has D
// steps, they touch about d^(D/2) nodes instead of d^D (Pohl, "Bi-directional search", 1971). A
// walk back from the meeting level then marks each node on a shortest path with its distance to the
// target. Every walk from the source that comes nearer to the target with each step is a shortest
// path. So the paths are listed one by one, in order of node numbers, without a dead end.
//
// On one thread this is 12 times as fast as boost::breadth_first_visit up to the target on a graph
// of 10,000 nodes, and 27 times on one of 100,000 (docs/benchmarks.md).
//
// Cost: O(nodes + edges) at worst for the search, then O(length * degree) for each path. The labels
// are kept between searches and only the touched ones are cleared, since Yen's algorithm makes many
// searches.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/queries/direction.hpp"

namespace oscegraph {

/// The nodes in order, both ends included; no node twice.
using NodePath = std::vector<NodeId>;

/// The first `most` shortest paths in order of node numbers; none when there is no path.
/// Precondition: both ends are in scope and differ.
std::vector<NodePath> shortest_paths(const Subset& scope, NodeId from, NodeId to,
                                     Direction direction, std::size_t most = 1,
                                     const Context& context = {});

/// The same for many searches on one scope. Some nodes and some first steps may be barred.
class ShortestPathSearch {
 public:
  ShortestPathSearch(const Subset& scope, Direction direction, Context context = {});

  /// Barred nodes are on no path until they are allowed again.
  void bar(NodeId node) { barred_.insert(node); }
  void allow(NodeId node) { barred_.erase(node); }

  /// As shortest_paths(); the first step does not go to any of `barred_first_steps`.
  std::vector<NodePath> find(NodeId from, NodeId to, std::size_t most,
                             std::span<const NodeId> barred_first_steps = {});

 private:
  /// One of the two searches: distances from its origin, and the nodes it has touched in order.
  struct Side {
    Direction direction = Direction::both;
    std::vector<std::uint32_t> distance;
    std::vector<NodeId> touched;
    std::size_t frontier = 0;  ///< the last level begins here in `touched`
    std::uint32_t depth = 0;

    void start(NodeId origin);
    void touch(NodeId node, std::uint32_t at);
    [[nodiscard]] std::size_t frontier_size() const { return touched.size() - frontier; }
  };

  template <typename Visit>
  void for_each_step(NodeId node, Direction direction, Visit visit) const;
  bool meet();
  bool advance(Side& side, const Side& other);
  void label_way_back(const Side& met);
  [[nodiscard]] std::vector<NodeId> next_steps(NodeId node) const;
  [[nodiscard]] std::vector<NodePath> enumerate(std::size_t most) const;

  const Subset& scope_;
  Context context_;
  IdSet barred_;
  Side source_;
  Side target_;
  NodeId from_ = none;
  std::span<const NodeId> barred_first_steps_;
};

}  // namespace oscegraph
