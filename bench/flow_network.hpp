// SPDX-License-Identifier: Apache-2.0
//
// Makes a graph for Boost.Graph's maximum flow algorithms from arcs with capacities. Every arc of
// that graph has a reverse arc: the given arc i is arc 2i, and its reverse is arc 2i + 1.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "oscegraph/queries/kernels/structure/max_flow.hpp"

namespace oscegraph::bench {

using FlowArc = std::uint32_t;

inline FlowArc way_back(FlowArc arc) { return arc ^ 1U; }

struct FlowNetwork {
  std::vector<std::uint32_t> begin;  ///< row v of `arcs` is [begin[v], begin[v + 1])
  std::vector<FlowArc> arcs;
  std::vector<Vertex> ends;  ///< by arc: its target

  FlowNetwork(Vertex size, const std::vector<CapacityArc>& capacity_arcs)
      : begin(std::size_t{size} + 1) {
    for (const CapacityArc& arc : capacity_arcs) {
      ends.push_back(arc.to);
      ends.push_back(arc.from);
      ++begin[arc.from];
      ++begin[arc.to];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& count : begin) sum += std::exchange(count, sum);
    arcs.resize(ends.size());
    std::vector<std::uint32_t> at(begin);
    for (FlowArc a = 0; a < ends.size(); ++a) arcs[at[ends[way_back(a)]]++] = a;
  }
};

struct FlowTraversal : virtual boost::incidence_graph_tag,
                       virtual boost::vertex_list_graph_tag,
                       virtual boost::edge_list_graph_tag {};

}  // namespace oscegraph::bench

namespace boost {

template <>
struct graph_traits<oscegraph::bench::FlowNetwork> {
  using vertex_descriptor = oscegraph::Vertex;
  using edge_descriptor = oscegraph::bench::FlowArc;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = oscegraph::bench::FlowTraversal;
  using vertex_iterator = counting_iterator<oscegraph::Vertex>;
  using edge_iterator = counting_iterator<oscegraph::bench::FlowArc>;
  using out_edge_iterator = const oscegraph::bench::FlowArc*;
  using in_edge_iterator = out_edge_iterator;  // filtered_graph needs the type, but does not use it
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return ~oscegraph::Vertex{0}; }
};

}  // namespace boost

namespace oscegraph::bench {

inline std::size_t num_vertices(const FlowNetwork& n) { return n.begin.size() - 1; }
inline std::size_t num_edges(const FlowNetwork& n) { return n.ends.size(); }
inline auto vertices(const FlowNetwork& n) {
  using Iterator = boost::counting_iterator<Vertex>;
  return std::pair(Iterator(0), Iterator(static_cast<Vertex>(num_vertices(n))));
}
inline auto edges(const FlowNetwork& n) {
  using Iterator = boost::counting_iterator<FlowArc>;
  return std::pair(Iterator(0), Iterator(static_cast<FlowArc>(num_edges(n))));
}
inline auto out_edges(Vertex v, const FlowNetwork& n) {
  return std::pair(n.arcs.data() + n.begin[v], n.arcs.data() + n.begin[v + 1]);
}
inline std::size_t out_degree(Vertex v, const FlowNetwork& n) {
  return n.begin[v + 1] - n.begin[v];
}
inline Vertex source(FlowArc arc, const FlowNetwork& n) { return n.ends[way_back(arc)]; }
inline Vertex target(FlowArc arc, const FlowNetwork& n) { return n.ends[arc]; }

}  // namespace oscegraph::bench
