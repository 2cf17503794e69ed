// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/structure/strong_parts.hpp"

#include <boost/graph/strong_components.hpp>
#include <numeric>

#include "oscegraph/queries/kernels/csr_bgl.hpp"

namespace oscegraph {
namespace {

/// A colour map that checks the context. strong_components() takes no visitor, but it sets the
/// colour of every node on arrival and on departure.
class AskingColours {
 public:
  using key_type = Vertex;
  using value_type = boost::default_color_type;
  using reference = value_type;
  using category = boost::read_write_property_map_tag;

  AskingColours(std::vector<value_type>& colours, const Csr& graph, PeriodicCheck& check)
      : colours_(&colours),
        graph_(&graph),
        check_(&check) {}

  friend value_type get(const AskingColours& map, Vertex v) { return (*map.colours_)[v]; }
  friend void put(const AskingColours& map, Vertex v, value_type colour) {
    map.check_->count(colour == boost::gray_color ? map.graph_->degree(v) + 1 : 1);
    (*map.colours_)[v] = colour;
  }

 private:
  std::vector<value_type>* colours_;
  const Csr* graph_;
  PeriodicCheck* check_;
};

/// Lists the nodes of each part, in reverse order of discovery.
void list_parts(StrongParts& parts, const std::vector<Vertex>& discovered, Vertex count) {
  std::vector<Vertex> found(parts.of.size());  // in order of discovery
  for (Vertex v = 0; v < found.size(); ++v) found[discovered[v]] = v;
  parts.begin.assign(std::size_t{count} + 1, 0);
  for (const Vertex part : parts.of) ++parts.begin[part];
  std::inclusive_scan(parts.begin.begin(), parts.begin.end(), parts.begin.begin());
  parts.nodes.resize(found.size());
  for (const Vertex v : found) parts.nodes[--parts.begin[parts.of[v]]] = v;
}

}  // namespace

StrongParts strong_parts(const Csr& graph, const Context& context) {
  PeriodicCheck check(context);
  StrongParts parts;
  parts.of.resize(graph.size());
  std::vector<Vertex> root(graph.size());
  std::vector<Vertex> discovered(graph.size());
  std::vector<boost::default_color_type> colours(graph.size());
  const Vertex count =
      boost::strong_components(graph, by_vertex(parts.of),
                               boost::root_map(by_vertex(root))
                                   .discover_time_map(by_vertex(discovered))
                                   .color_map(AskingColours(colours, graph, check)));
  list_parts(parts, discovered, count);
  return parts;
}

}  // namespace oscegraph
