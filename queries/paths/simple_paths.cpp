// SPDX-License-Identifier: Apache-2.0
//
// Implements Yen's algorithm for the k shortest paths, and a depth-first search for all paths up to
// a length.
#include "oscegraph/queries/paths/simple_paths.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace oscegraph {
namespace {

struct ShorterThenSmaller {
  bool operator()(const NodePath& a, const NodePath& b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};

class Yen {
 public:
  Yen(const Subset& scope, NodeId from, NodeId to, Direction direction, const Context& context)
      : search_(scope, direction, context),
        to_(to) {
    for (NodePath& path : search_.find(from, to, 1)) candidates_.emplace(std::move(path), 0);
  }

  std::vector<NodePath> first(std::size_t k) {
    while (accepted_.size() < k && !candidates_.empty()) {
      const auto best = candidates_.begin();
      const std::size_t deviation = best->second;
      accepted_.push_back(best->first);
      candidates_.erase(best);
      if (accepted_.size() < k) branch_off(accepted_.back(), deviation);
    }
    return std::move(accepted_);
  }

 private:
  /// For each node of the path from `deviation` on: the best path that follows it up to there and
  /// then leaves it and every accepted path that began the same.
  void branch_off(const NodePath& path, std::size_t deviation) {
    for (std::size_t i = 0; i < deviation; ++i) search_.bar(path[i]);
    for (std::size_t i = deviation; i + 1 < path.size(); ++i) {
      const NodePath root(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      for (const NodePath& rest : search_.find(path[i], to_, 1, taken_after(root))) {
        NodePath candidate = root;
        candidate.insert(candidate.end(), rest.begin() + 1, rest.end());
        candidates_.emplace(std::move(candidate), i);
      }
      search_.bar(path[i]);
    }
    for (const NodeId n : path) search_.allow(n);
  }

  [[nodiscard]] std::vector<NodeId> taken_after(const NodePath& root) const {
    std::vector<NodeId> taken;
    for (const NodePath& path : accepted_)
      if (path.size() > root.size() && std::equal(root.begin(), root.end(), path.begin()))
        taken.push_back(path[root.size()]);
    return taken;
  }

  ShortestPathSearch search_;
  NodeId to_;
  std::vector<NodePath> accepted_;
  std::map<NodePath, std::size_t, ShorterThenSmaller> candidates_;  ///< with their deviation
};

constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();

/// Steps to the target from each node within `most` steps of it.
std::vector<std::uint32_t> distances_to(const Subset& scope, NodeId target, Direction direction,
                                        std::size_t most, const Context& context) {
  PeriodicCheck check(context, 256);
  std::vector<std::uint32_t> distance(scope.graph().node_count(), unreached);
  std::vector<NodeId> queue{target};
  distance[target] = 0;
  for (std::size_t i = 0; i < queue.size() && distance[queue[i]] < most; ++i) {
    check.count();
    const NodeId n = queue[i];
    for_each_edge(scope, n, reversed(direction), [&](EdgeId, NodeId before) {
      if (distance[before] != unreached) return;
      distance[before] = distance[n] + 1;
      queue.push_back(before);
    });
  }
  return distance;
}

class AllPaths {
 public:
  AllPaths(const Subset& scope, NodeId to, Direction direction, std::size_t max_length,
           const Context& context)
      : scope_(scope),
        direction_(direction),
        to_(to),
        distance_(distances_to(scope, to, direction, max_length, context)),
        on_path_(scope.graph().node_count()),
        rest_(scope, direction, context),
        check_(context, 64) {}

  [[nodiscard]] std::uint32_t distance(NodeId node) const { return distance_[node]; }

  /// Appends the paths of exactly `length` steps until there are `most` in all.
  void find(NodeId from, std::size_t length, std::size_t most, std::vector<NodePath>& found) {
    NodePath path;
    std::vector<std::vector<NodeId>> choices{{from}};
    std::size_t dead_ends = 0;  // since a path was found
    bool suspicious = false;    // the last step was a dead end, one of many
    while (!choices.empty()) {
      check_.count();
      while (path.size() >= choices.size()) leave(path);
      if (choices.back().empty() || found.size() == most) {
        choices.pop_back();
        continue;
      }
      const NodeId n = choices.back().back();
      choices.back().pop_back();
      const std::size_t left = length - path.size();
      const bool is_cut_off = suspicious && left > 0 && !reaches(n, left);
      path.push_back(n);
      on_path_.insert(n);
      rest_.bar(n);
      choices.push_back(left == 0 || is_cut_off ? std::vector<NodeId>{} : next_steps(n, left - 1));
      if (left == 0) {
        found.push_back(path);
        dead_ends = 0;
      } else if (choices.back().empty()) {
        ++dead_ends;
      }
      suspicious = left > 0 && choices.back().empty() && dead_ends > patience;
    }
    while (!path.empty()) leave(path);
  }

 private:
  /// So many steps on end may lead nowhere before the next is asked whether it can lead anywhere.
  static constexpr std::size_t patience = 64;

  void leave(NodePath& path) {
    on_path_.erase(path.back());
    rest_.allow(path.back());
    path.pop_back();
  }

  /// Whether a way of at most `left` steps leads from the node to the target around the path.
  bool reaches(NodeId node, std::size_t left) {
    const auto shortest = rest_.find(node, to_, 1);
    return !shortest.empty() && shortest.front().size() - 1 <= left;
  }

  /// Neighbours not on the path from which the target can be `left` steps away, smallest last.
  [[nodiscard]] std::vector<NodeId> next_steps(NodeId node, std::size_t left) const {
    std::vector<NodeId> next;
    for_each_edge(scope_, node, direction_, [&](EdgeId, NodeId n) {
      const bool is_target = distance_[n] == 0;
      if (!on_path_.contains(n) && distance_[n] <= left && is_target == (left == 0))
        next.push_back(n);
    });
    std::ranges::sort(next, std::ranges::greater());
    const auto repeated = std::ranges::unique(next);
    next.erase(repeated.begin(), repeated.end());
    return next;
  }

  const Subset& scope_;
  Direction direction_;
  NodeId to_;
  std::vector<std::uint32_t> distance_;
  IdSet on_path_;
  ShortestPathSearch rest_;  ///< the nodes of the path barred
  PeriodicCheck check_;
};

}  // namespace

std::vector<NodePath> k_shortest_paths(const Subset& scope, NodeId from, NodeId to,
                                       Direction direction, std::size_t k, const Context& context) {
  return Yen(scope, from, to, direction, context).first(k);
}

SimplePaths all_simple_paths(const Subset& scope, NodeId from, NodeId to, Direction direction,
                             std::size_t max_length, std::size_t most, const Context& context) {
  max_length = std::min(max_length, scope.nodes().count() - 1);
  AllPaths search(scope, to, direction, max_length, context);
  SimplePaths result;
  if (search.distance(from) == unreached) return result;
  for (std::size_t length = search.distance(from);
       length <= max_length && result.paths.size() <= most; ++length)
    search.find(from, length, most + 1, result.paths);
  result.complete = result.paths.size() <= most;
  if (!result.complete) result.paths.resize(most);
  return result;
}

}  // namespace oscegraph
