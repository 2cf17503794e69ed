// SPDX-License-Identifier: Apache-2.0
//
// Finds articulation points and bridges from the depth-first search. The search gives for each node
// its discovery time, its low point (the earliest discovery time that its subtree has an arc to)
// and its parent.
#include "oscegraph/queries/kernels/structure/cuts.hpp"

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>
#include <utility>

#include "oscegraph/queries/kernels/csr_bgl.hpp"

namespace oscegraph {
namespace {

struct Search {
  std::vector<std::uint32_t> discovered;
  std::vector<std::uint32_t> low;
  std::vector<Vertex> parent;  ///< a root is its own parent
};

class AskToStop : public boost::default_dfs_visitor {
 public:
  explicit AskToStop(PeriodicCheck& check) : check_(&check) {}
  void discover_vertex(Vertex v, const Csr& graph) const { check_->count(graph.degree(v) + 1); }

 private:
  PeriodicCheck* check_;
};

Search search(const Csr& graph, const Context& context) {
  PeriodicCheck check(context);
  const std::size_t size = graph.size();
  Search found{std::vector<std::uint32_t>(size), std::vector<std::uint32_t>(size),
               std::vector<Vertex>(size)};
  boost::biconnected_components(graph, boost::dummy_property_map(),
                                boost::discover_time_map(by_vertex(found.discovered))
                                    .lowpoint_map(by_vertex(found.low))
                                    .predecessor_map(by_vertex(found.parent))
                                    .visitor(AskToStop(check)));
  return found;
}

}  // namespace

Cuts find_cuts(const Csr& graph, const Context& context) {
  const auto [discovered, low, parent] = search(graph, context);
  Cuts cuts;
  cuts.splits.resize(graph.size());
  const auto is_root = [&parent = parent](Vertex v) { return parent[v] == v; };
  for (Vertex v = 0; v < graph.size(); ++v) {
    if (is_root(v)) continue;
    const Vertex above = parent[v];
    if (low[v] >= discovered[above]) ++cuts.splits[above];
    if (low[v] > discovered[above])
      cuts.bridges.push_back({std::min(v, above), std::max(v, above), 1});
  }
  // Without a root, its component falls into its subtrees; the first of them is not one part more.
  for (Vertex v = 0; v < graph.size(); ++v)
    if (is_root(v) && cuts.splits[v] > 0) --cuts.splits[v];
  std::ranges::sort(cuts.bridges, {}, [](const Arc& arc) { return std::pair(arc.from, arc.to); });
  return cuts;
}

}  // namespace oscegraph
