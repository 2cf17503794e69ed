// SPDX-License-Identifier: Apache-2.0
//
// Weighs and merges the edges. Weights are added as whole numbers of units, so that the sums do not
// depend on the order.
#include "oscegraph/queries/measures/compact_graph.hpp"

#include <limits>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

namespace {

/// The edges in scope as arcs, and beside them what they weigh.
struct WeighedArcs {
  std::vector<Arc> arcs;
  std::vector<std::uint64_t> units;
};

WeighedArcs weighed_arcs(const Subset& scope, const EdgeWeight& weight, CompactGraph& result,
                         const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = scope.graph();
  const bool weighted = weight.by != WeightBy::one;
  WeighedArcs found;
  found.arcs.reserve(scope.edges().count());
  for (const EdgeId e : scope.edges()) {
    check.count();
    const Vertex from = result.place[graph.edge_from(e)];
    const Vertex to = result.place[graph.edge_to(e)];
    if (from == to) {
      ++result.loops;
    } else if (const auto units = units_of(scope, e, weight)) {
      found.arcs.push_back({from, to});
      if (weighted) found.units.push_back(*units);
    } else {
      ++result.without_weight;
    }
  }
  return found;
}

/// Adds up the units of the edges that became one arc. Sums of whole numbers do not depend on their
/// order, as sums of doubles would.
std::vector<std::uint64_t> units_by_arc(const Csr& out, const WeighedArcs& edges, Arrows arrows,
                                        const Context& context) {
  PeriodicCheck check(context);
  std::vector<std::uint64_t> units(out.arc_count());
  const auto add = [&](Vertex from, Vertex to, std::uint64_t more) {
    std::uint64_t& sum = units[out.find(from, to)];
    if (more > std::numeric_limits<std::uint64_t>::max() - sum)
      throw Error("the weights of the edges between two nodes add up to too much to be counted", {},
                  "narrow the graph, for example to a shorter time with --since and --until");
    sum += more;
  };
  for (std::size_t i = 0; i < edges.units.size(); ++i) {
    check.count();
    const Arc& arc = edges.arcs[i];
    add(arc.from, arc.to, edges.units[i]);
    if (arrows == Arrows::ignored) add(arc.to, arc.from, edges.units[i]);
  }
  return units;
}

}  // namespace

CompactGraph compact_graph(const Subset& scope, Arrows arrows, const EdgeWeight& weight,
                           const Context& context) {
  const Graph& graph = scope.graph();
  graph.verify(context);  // the kernels take the adjacency's word for it
  CompactGraph result;
  result.arrows = arrows;
  result.place.assign(graph.node_count(), none);
  for (const NodeId n : scope.nodes()) {
    result.place[n] = static_cast<Vertex>(result.nodes.size());
    result.nodes.push_back(n);
  }
  WeighedArcs edges = weighed_arcs(scope, weight, result, context);
  const auto size = static_cast<Vertex>(result.nodes.size());
  const bool weighted = weight.by != WeightBy::one;
  std::vector<Arc> arcs = weighted ? edges.arcs : std::move(edges.arcs);
  result.out = arrows == Arrows::followed
                   ? make_csr(size, std::move(arcs), Weighted::no, context)
                   : make_undirected_csr(size, std::move(arcs), Weighted::no, context);
  if (weighted) {
    result.units = units_by_arc(result.out, edges, arrows, context);
    result.units_in_one = units_in_one(weight);
    for (const std::uint64_t units : result.units)
      result.out.weight.push_back(static_cast<double>(units) / result.units_in_one);
  }
  if (arrows == Arrows::followed) result.turned = transposed(result.out, context);
  return result;
}

Score node_score(const CompactGraph& graph, const Subset& scope, std::string name,
                 const std::vector<double>& values) {
  Score score{std::move(name), ScoreOf::node,
              std::vector(scope.graph().node_count(), std::numeric_limits<double>::quiet_NaN())};
  for (Vertex v = 0; v < graph.size(); ++v) score.values[graph.nodes[v]] = values[v];
  return score;
}

EdgesLeftOut edges_left_out(const CompactGraph& graph, const EdgeWeight& weight) {
  return {graph.without_weight, weight, graph.loops};
}

std::vector<std::string> notes_of(const EdgesLeftOut& left_out) {
  std::vector<std::string> notes;
  if (left_out.without_weight > 0)
    notes.push_back(counted(left_out.without_weight, "edge", "edges") + " without an amount of " +
                    words(left_out.weight) + " above zero left out: unknown is not zero.");
  if (left_out.loops > 0)
    notes.push_back(counted(left_out.loops, "edge", "edges") + " from a node to itself left out.");
  return notes;
}

}  // namespace oscegraph
