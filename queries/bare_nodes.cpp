// SPDX-License-Identifier: Apache-2.0
//
// Marks the ends of all edges of the graph and of all edges in scope, and counts the nodes that
// only the first set contains.
#include "oscegraph/queries/bare_nodes.hpp"

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

IdSet ends_of(const Graph& graph, const IdSet& edges) {
  IdSet ends(graph.node_count());
  for (const EdgeId e : edges) {
    ends.insert(graph.edge_from(e));
    ends.insert(graph.edge_to(e));
  }
  return ends;
}

}  // namespace

std::optional<std::string> note_of_bare_nodes(const Subset& scope) {
  const Graph& graph = scope.graph();
  const std::size_t edges = graph.edge_count();
  if (scope.edges().count() == edges) return std::nullopt;
  const IdSet kept = ends_of(graph, scope.edges());
  const IdSet known = ends_of(graph, IdSet::all(edges));
  std::size_t nodes = 0;
  std::size_t bare = 0;
  for (const NodeId n : scope.nodes()) {
    ++nodes;
    if (known.contains(n) && !kept.contains(n)) ++bare;
  }
  if (bare == 0) return std::nullopt;
  return "Narrowing has cut all edges of " + grouped(bare) + " of " + counted(nodes, "node") +
         ": what is said of them is true of the part that is left, not of the graph.";
}

}  // namespace oscegraph
