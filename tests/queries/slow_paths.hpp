// SPDX-License-Identifier: Apache-2.0
//
// Finds all simple paths by exhaustive search and sorts them by length, then by node numbers. It is
// the reference for every path query.
#pragma once

#include <algorithm>
#include <set>

#include "oscegraph/queries/paths/shortest_paths.hpp"

namespace oscegraph::test {

class SlowPaths {
 public:
  SlowPaths(const Subset& scope, Direction direction) : next_(scope.graph().node_count()) {
    for (const EdgeId e : scope.edges()) {
      const NodeId from = scope.graph().edge_from(e);
      const NodeId to = scope.graph().edge_to(e);
      if (direction != Direction::in) next_[from].insert(to);
      if (direction != Direction::out) next_[to].insert(from);
    }
  }

  /// All simple paths of at most `max_length` steps.
  std::vector<NodePath> all(NodeId from, NodeId to, std::size_t max_length = 1000) {
    found_.clear();
    NodePath path{from};
    extend(path, to, max_length);
    std::ranges::sort(found_, [](const NodePath& a, const NodePath& b) {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    return found_;
  }

 private:
  void extend(NodePath& path, NodeId to, std::size_t max_length) {
    if (path.back() == to) {
      found_.push_back(path);
      return;
    }
    if (path.size() > max_length) return;
    for (const NodeId n : next_[path.back()]) {
      if (std::ranges::count(path, n) > 0) continue;
      path.push_back(n);
      extend(path, to, max_length);
      path.pop_back();
    }
  }

  std::vector<std::set<NodeId>> next_;
  std::vector<NodePath> found_;
};

}  // namespace oscegraph::test
