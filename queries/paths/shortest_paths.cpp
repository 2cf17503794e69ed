// SPDX-License-Identifier: Apache-2.0
//
// Implements the two searches, and the walk back that lists the paths.
#include "oscegraph/queries/paths/shortest_paths.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace oscegraph {
namespace {

constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();

}  // namespace

void ShortestPathSearch::Side::start(NodeId origin) {
  for (const NodeId n : touched) distance[n] = unreached;
  touched.clear();
  frontier = 0;
  depth = 0;
  touch(origin, 0);
}

void ShortestPathSearch::Side::touch(NodeId node, std::uint32_t at) {
  distance[node] = at;
  touched.push_back(node);
}

ShortestPathSearch::ShortestPathSearch(const Subset& scope, Direction direction, Context context)
    : scope_(scope),
      context_(std::move(context)),
      barred_(scope.graph().node_count()) {
  source_.direction = direction;
  target_.direction = reversed(direction);
  for (Side* side : {&source_, &target_})
    side->distance.assign(scope.graph().node_count(), unreached);
}

/// Calls visit(neighbour) for the steps that are allowed, seen from either side: a step that
/// leaves the source is barred whichever search meets it.
template <typename Visit>
void ShortestPathSearch::for_each_step(NodeId node, Direction direction, Visit visit) const {
  const auto barred_first = [&](NodeId first) {
    return std::ranges::find(barred_first_steps_, first) != barred_first_steps_.end();
  };
  const bool at_barred = !barred_first_steps_.empty() && barred_first(node);
  for_each_edge(scope_, node, direction, [&](EdgeId, NodeId next) {
    if (barred_.contains(next)) return;
    if (node == from_ && barred_first(next)) return;
    if (next == from_ && at_barred) return;
    visit(next);
  });
}

/// Grows the side by one level. True when it met the other.
bool ShortestPathSearch::advance(Side& side, const Side& other) {
  const std::size_t level_end = side.touched.size();
  ++side.depth;
  bool met = false;
  PeriodicCheck check(context_, 256);
  for (std::size_t i = side.frontier; i < level_end; ++i) {
    check.count();
    for_each_step(side.touched[i], side.direction, [&](NodeId next) {
      if (side.distance[next] != unreached) return;
      side.touch(next, side.depth);
      met = met || other.distance[next] != unreached;
    });
  }
  side.frontier = level_end;
  return met;
}

bool ShortestPathSearch::meet() {
  while (source_.frontier_size() > 0 && target_.frontier_size() > 0) {
    const bool source_is_smaller = source_.frontier_size() <= target_.frontier_size();
    Side& side = source_is_smaller ? source_ : target_;
    if (advance(side, source_is_smaller ? target_ : source_)) {
      label_way_back(side);
      return true;
    }
  }
  return false;
}

/// Labels the source's half of every shortest path with the distance to the target, from the
/// meeting level back to the source.
void ShortestPathSearch::label_way_back(const Side& met) {
  const std::uint32_t length = source_.depth + target_.depth;
  std::vector<NodeId> level;
  for (std::size_t i = met.frontier; i < met.touched.size(); ++i) {
    const NodeId n = met.touched[i];
    if (source_.distance[n] == source_.depth && target_.distance[n] == target_.depth)
      level.push_back(n);
  }
  for (std::uint32_t at = source_.depth; at-- > 0;) {
    context_.check();
    std::vector<NodeId> before;
    for (const NodeId n : level)
      for_each_step(n, target_.direction, [&](NodeId previous) {
        if (source_.distance[previous] != at || target_.distance[previous] != unreached) return;
        target_.touch(previous, length - at);
        before.push_back(previous);
      });
    level = std::move(before);
  }
}

/// Where a shortest path can go from here, in order of number, last first.
std::vector<NodeId> ShortestPathSearch::next_steps(NodeId node) const {
  std::vector<NodeId> next;
  for_each_step(node, source_.direction, [&](NodeId n) {
    if (target_.distance[n] != unreached && target_.distance[n] + 1 == target_.distance[node])
      next.push_back(n);
  });
  std::ranges::sort(next, std::ranges::greater());
  const auto repeated = std::ranges::unique(next);
  next.erase(repeated.begin(), repeated.end());
  return next;
}

/// Depth first along falling distance. A stack of our own: paths can be longer than the call stack.
std::vector<NodePath> ShortestPathSearch::enumerate(std::size_t most) const {
  std::vector<NodePath> paths;
  NodePath path;
  std::vector<std::vector<NodeId>> choices{{from_}};
  PeriodicCheck check(context_, 256);
  while (!choices.empty() && paths.size() < most) {
    check.count();
    path.resize(choices.size() - 1);
    if (choices.back().empty()) {
      choices.pop_back();
      continue;
    }
    const NodeId n = choices.back().back();
    choices.back().pop_back();
    path.push_back(n);
    if (target_.distance[n] == 0) paths.push_back(path);
    choices.push_back(next_steps(n));
  }
  return paths;
}

std::vector<NodePath> ShortestPathSearch::find(NodeId from, NodeId to, std::size_t most,
                                               std::span<const NodeId> barred_first_steps) {
  from_ = from;
  barred_first_steps_ = barred_first_steps;
  source_.start(from);
  target_.start(to);
  return meet() ? enumerate(most) : std::vector<NodePath>{};
}

std::vector<NodePath> shortest_paths(const Subset& scope, NodeId from, NodeId to,
                                     Direction direction, std::size_t most,
                                     const Context& context) {
  return ShortestPathSearch(scope, direction, context).find(from, to, most);
}

}  // namespace oscegraph
