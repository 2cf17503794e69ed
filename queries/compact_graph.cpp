// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/compact_graph.hpp"

#include <limits>
#include <utility>

#include "oscegraph/graph/text.hpp"

namespace oscegraph {

CompactGraph compact_graph(const Subset& scope, Arrows arrows, const EdgeWeight& weight) {
  const Graph& graph = scope.graph();
  graph.verify();  // the kernels take the adjacency's word for it
  CompactGraph result;
  result.arrows = arrows;
  result.place.assign(graph.node_count(), none);
  for (const NodeId n : scope.nodes()) {
    result.place[n] = static_cast<Vertex>(result.nodes.size());
    result.nodes.push_back(n);
  }
  std::vector<Arc> arcs;
  arcs.reserve(scope.edges().count());
  for (const EdgeId e : scope.edges()) {
    const Vertex from = result.place[graph.edge_from(e)];
    const Vertex to = result.place[graph.edge_to(e)];
    if (from == to) {
      ++result.loops;
    } else if (const auto value = weight_of(scope, e, weight)) {
      arcs.push_back({from, to, *value});
    } else {
      ++result.without_weight;
    }
  }
  const auto size = static_cast<Vertex>(result.nodes.size());
  const Weighted weighted = weight.by == WeightBy::one ? Weighted::no : Weighted::yes;
  if (arrows == Arrows::followed) {
    result.out = make_csr(size, std::move(arcs), weighted);
    result.turned = transposed(result.out);
  } else {
    result.out = make_undirected_csr(size, std::move(arcs), weighted);
  }
  return result;
}

Score node_score(const CompactGraph& graph, const Subset& scope, std::string name,
                 const std::vector<double>& values) {
  Score score{std::move(name), ScoreOf::node,
              std::vector(scope.graph().node_count(), std::numeric_limits<double>::quiet_NaN())};
  for (Vertex v = 0; v < graph.size(); ++v) score.values[graph.nodes[v]] = values[v];
  return score;
}

std::vector<std::string> notes_of(const CompactGraph& graph, const EdgeWeight& weight) {
  std::vector<std::string> notes;
  if (graph.without_weight > 0)
    notes.push_back(counted(graph.without_weight, "edge", "edges") + " without an amount of " +
                    words(weight) + " left out: unknown is not zero.");
  if (graph.loops > 0)
    notes.push_back(counted(graph.loops, "edge", "edges") + " from a node to itself left out.");
  return notes;
}

}  // namespace oscegraph
