// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/structure/structural_holes.hpp"

#include <algorithm>
#include <limits>

namespace oscegraph {
namespace {

struct RowFacts {
  double strength = 0;
  double largest = 0;
};

std::vector<RowFacts> facts_of(const Csr& graph) {
  std::vector<RowFacts> facts(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v)
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i) {
      facts[v].strength += graph.weight_of(i);
      facts[v].largest = std::max(facts[v].largest, graph.weight_of(i));
    }
  return facts;
}

/// Calls visit(arc of a, arc of b) for each common neighbour, in order.
template <typename Visit>
void for_common(const Csr& graph, Vertex a, Vertex b, Visit visit) {
  const bool swapped = graph.degree(a) > graph.degree(b);
  const Vertex low = swapped ? b : a;
  const Vertex high = swapped ? a : b;
  auto from = graph.to.begin() + graph.begin[high];
  const auto end = graph.to.begin() + graph.begin[high + 1];
  for (std::uint32_t i = graph.begin[low]; i < graph.begin[low + 1]; ++i) {
    from = std::lower_bound(from, end, graph.to[i]);
    if (from == end) return;
    if (*from != graph.to[i]) continue;
    const auto other = static_cast<std::uint32_t>(from - graph.to.begin());
    if (swapped) visit(other, i);
    else visit(i, other);
  }
}

}  // namespace

StructuralHoles structural_holes(const Csr& graph, Workers& workers) {
  const std::vector<RowFacts> facts = facts_of(graph);
  const std::vector<double> undefined(graph.size(), std::numeric_limits<double>::quiet_NaN());
  StructuralHoles result{undefined, undefined};
  workers.pieces(graph.size(), 64, [&](std::size_t first, std::size_t last, unsigned) {
    PeriodicCheck check(workers.context());
    for (auto v = static_cast<Vertex>(first); v < last; ++v) {
      if (graph.degree(v) == 0) continue;
      double constraint = 0;
      double size = 0;
      for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i) {
        const Vertex other = graph.to[i];
        check.count(std::min(graph.degree(v), graph.degree(other)));
        double indirect = 0;
        double redundant = 0;
        for_common(graph, v, other, [&](std::uint32_t mine, std::uint32_t theirs) {
          const double share = graph.weight_of(mine) / facts[v].strength;
          // With q the common neighbour and j = other: p(v,q) p(q,j), and p(v,q) m(j,q).
          indirect += share * graph.weight_of(theirs) / facts[graph.to[mine]].strength;
          redundant += share * graph.weight_of(theirs) / facts[other].largest;
        });
        const double share = graph.weight_of(i) / facts[v].strength + indirect;
        constraint += share * share;
        size += 1 - redundant;
      }
      result.constraint[v] = constraint;
      result.effective_size[v] = size;
    }
  });
  return result;
}

}  // namespace oscegraph
