// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/structure/components.hpp"

#include <boost/pending/disjoint_sets.hpp>

#include "oscegraph/queries/kernels/csr_bgl.hpp"

namespace oscegraph {

std::vector<Vertex> components(const Csr& graph, const Context& context) {
  constexpr Vertex nobody = ~Vertex{0};
  PeriodicCheck check(context);
  std::vector<Vertex> rank(graph.size());
  std::vector<Vertex> parent(graph.size());
  boost::disjoint_sets sets(by_vertex(rank), by_vertex(parent));
  for (Vertex v = 0; v < graph.size(); ++v) sets.make_set(v);
  for (Vertex v = 0; v < graph.size(); ++v) {
    check.count(graph.degree(v) + 1);
    for (const Vertex u : graph.row(v))
      if (v < u) sets.union_set(v, u);
  }
  std::vector<Vertex> smallest(graph.size(), nobody);  // by the set's representative
  std::vector<Vertex> label(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) {
    Vertex& first = smallest[sets.find_set(v)];
    if (first == nobody) first = v;
    label[v] = first;
  }
  return label;
}

}  // namespace oscegraph
