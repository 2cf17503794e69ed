// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/communities/participation.hpp"

#include <limits>

namespace oscegraph {

std::vector<double> participation(const Csr& graph, const std::vector<std::uint32_t>& group,
                                  std::uint32_t groups) {
  std::vector<double> result(graph.size(), std::numeric_limits<double>::quiet_NaN());
  std::vector<double> weight(groups);
  std::vector<std::uint32_t> met;
  for (Vertex v = 0; v < graph.size(); ++v) {
    if (graph.degree(v) == 0) continue;
    met.clear();
    double strength = 0;
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i) {
      const std::uint32_t g = group[graph.to[i]];
      if (weight[g] == 0) met.push_back(g);
      weight[g] += graph.weight_of(i);
      strength += graph.weight_of(i);
    }
    double squares = 0;
    for (const std::uint32_t g : met) {
      squares += weight[g] / strength * (weight[g] / strength);
      weight[g] = 0;
    }
    result[v] = 1 - squares;
  }
  return result;
}

}  // namespace oscegraph
