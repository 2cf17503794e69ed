// SPDX-License-Identifier: Apache-2.0
//
// Makes of pipes a graph for Boost.Graph's maximum flow algorithms, in which every arc has a
// reverse arc: pipe i is arc 2i, and its reverse is arc 2i + 1.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <cstdint>
#include <utility>
#include <vector>

#include "oscegraph/queries/kernels/structure/max_flow.hpp"

namespace oscegraph::bench {

using PipeArc = std::uint32_t;

inline PipeArc way_back(PipeArc arc) { return arc ^ 1U; }

struct PipeNetwork {
  std::vector<std::uint32_t> begin;  ///< row v of `arcs` is [begin[v], begin[v + 1])
  std::vector<PipeArc> arcs;
  std::vector<Vertex> ends;  ///< by arc: its target

  PipeNetwork(Vertex size, const std::vector<Pipe>& pipes) : begin(std::size_t{size} + 1) {
    for (const Pipe& pipe : pipes) {
      ends.push_back(pipe.to);
      ends.push_back(pipe.from);
      ++begin[pipe.from];
      ++begin[pipe.to];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& count : begin) sum += std::exchange(count, sum);
    arcs.resize(ends.size());
    std::vector<std::uint32_t> at(begin);
    for (PipeArc a = 0; a < ends.size(); ++a) arcs[at[ends[way_back(a)]]++] = a;
  }
};

struct PipeTraversal : virtual boost::incidence_graph_tag,
                       virtual boost::vertex_list_graph_tag,
                       virtual boost::edge_list_graph_tag {};

}  // namespace oscegraph::bench

namespace boost {

template <>
struct graph_traits<oscegraph::bench::PipeNetwork> {
  using vertex_descriptor = oscegraph::Vertex;
  using edge_descriptor = oscegraph::bench::PipeArc;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = oscegraph::bench::PipeTraversal;
  using vertex_iterator = counting_iterator<oscegraph::Vertex>;
  using edge_iterator = counting_iterator<oscegraph::bench::PipeArc>;
  using out_edge_iterator = const oscegraph::bench::PipeArc*;
  using in_edge_iterator = out_edge_iterator;  // filtered_graph needs the type, but does not use it
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return ~oscegraph::Vertex{0}; }
};

}  // namespace boost

namespace oscegraph::bench {

inline std::size_t num_vertices(const PipeNetwork& n) { return n.begin.size() - 1; }
inline std::size_t num_edges(const PipeNetwork& n) { return n.ends.size(); }
inline auto vertices(const PipeNetwork& n) {
  using Iterator = boost::counting_iterator<Vertex>;
  return std::pair(Iterator(0), Iterator(static_cast<Vertex>(num_vertices(n))));
}
inline auto edges(const PipeNetwork& n) {
  using Iterator = boost::counting_iterator<PipeArc>;
  return std::pair(Iterator(0), Iterator(static_cast<PipeArc>(num_edges(n))));
}
inline auto out_edges(Vertex v, const PipeNetwork& n) {
  return std::pair(n.arcs.data() + n.begin[v], n.arcs.data() + n.begin[v + 1]);
}
inline std::size_t out_degree(Vertex v, const PipeNetwork& n) {
  return n.begin[v + 1] - n.begin[v];
}
inline Vertex source(PipeArc arc, const PipeNetwork& n) { return n.ends[way_back(arc)]; }
inline Vertex target(PipeArc arc, const PipeNetwork& n) { return n.ends[arc]; }

}  // namespace oscegraph::bench
