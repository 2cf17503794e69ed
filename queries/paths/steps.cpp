// SPDX-License-Identifier: Apache-2.0
//
// Looks up the edges between two nodes by relation, and words the errors about paths.
#include "oscegraph/queries/paths/steps.hpp"

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

/// Nodes with a path from `origin`, itself included.
std::size_t count_reached(const Subset& scope, NodeId origin, Direction direction) {
  IdSet seen(scope.graph().node_count());
  std::vector<NodeId> queue{origin};
  seen.insert(origin);
  for (std::size_t i = 0; i < queue.size(); ++i)
    for_each_edge(scope, queue[i], direction, [&](EdgeId, NodeId next) {
      if (seen.contains(next)) return;
      seen.insert(next);
      queue.push_back(next);
    });
  return queue.size();
}

}  // namespace

std::vector<EdgeId> edges_between(const Subset& scope, NodeId a, NodeId b, Direction direction) {
  std::vector<EdgeId> edges;
  const auto add = [&](NodeId from, NodeId to) {
    for (const RelationRow& row : relations())
      if (const auto e = scope.graph().find_edge(from, row.relation, to);
          e && scope.contains_edge(*e))
        edges.push_back(*e);
  };
  if (direction != Direction::in) add(a, b);
  if (direction != Direction::out && (a != b || direction == Direction::in)) add(b, a);
  return edges;
}

void throw_no_path(const Subset& scope, NodeId from, NodeId to, Direction direction) {
  const std::string a = display_name(scope.graph(), from);
  const std::string b = display_name(scope.graph(), to);
  const std::size_t near_a = count_reached(scope, from, direction);
  const std::size_t near_b = count_reached(scope, to, reversed(direction));
  if (direction == Direction::both)
    throw NotThere("no path from " + a + " to " + b + ": they are in different components, of " +
                       counted(near_a, "node") + " and " + counted(near_b, "node"),
                   {}, "look at the components to see what is missing between them");
  const auto either_way = shortest_paths(scope, from, to, Direction::both);
  throw NotThere("no path along the arrows from " + a + " to " + b + ": " + a + " leads to " +
                     counted(near_a - 1, "other node") + ", " + b + " is reached from " +
                     counted(near_b - 1, "other node"),
                 {},
                 either_way.empty() ? "ignoring the arrows' directions does not help either"
                                    : "ignoring the arrows' directions there is one of " +
                                          counted(either_way.front().size() - 1, "step"));
}

void require_two_nodes(const Subset& scope, NodeId from, NodeId to) {
  require_node(scope, from);
  require_node(scope, to);
  if (from == to)
    throw WrongValue("both ends of the path are " + display_name(scope.graph(), from), {},
                     "name two different nodes");
}

}  // namespace oscegraph
