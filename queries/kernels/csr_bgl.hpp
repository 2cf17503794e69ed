// SPDX-License-Identifier: Apache-2.0
//
// Makes a Csr usable as a graph of Boost.Graph: a directed graph that models VertexListGraph,
// IncidenceGraph and AdjacencyGraph. An undirected Csr has every arc in both directions, as Boost's
// algorithms for undirected graphs require, so they run on it too. An edge descriptor stores its
// source, since a position in Csr::to does not determine the row. Only files that call algorithms
// of Boost.Graph include this header, since Boost's headers are slow to compile.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "oscegraph/queries/kernels/csr.hpp"

namespace oscegraph {

struct CsrEdge {
  Vertex from = 0;
  std::uint32_t arc = 0;  ///< its position in Csr::to
  friend bool operator==(CsrEdge a, CsrEdge b) { return a.arc == b.arc; }
};

/// Runs over the arcs of one row.
class CsrRowIterator : public boost::iterator_facade<CsrRowIterator, CsrEdge,
                                                     boost::random_access_traversal_tag, CsrEdge> {
 public:
  CsrRowIterator() = default;
  explicit CsrRowIterator(CsrEdge at) : at_(at) {}

 private:
  friend class boost::iterator_core_access;
  [[nodiscard]] CsrEdge dereference() const { return at_; }
  void increment() { ++at_.arc; }
  void decrement() { --at_.arc; }
  void advance(std::ptrdiff_t steps) { at_.arc += static_cast<std::uint32_t>(steps); }
  [[nodiscard]] bool equal(const CsrRowIterator& other) const { return at_ == other.at_; }
  [[nodiscard]] std::ptrdiff_t distance_to(const CsrRowIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.at_.arc) - static_cast<std::ptrdiff_t>(at_.arc);
  }

  CsrEdge at_;
};

struct CsrTraversal : virtual boost::incidence_graph_tag,
                      virtual boost::adjacency_graph_tag,
                      virtual boost::vertex_list_graph_tag {};

}  // namespace oscegraph

namespace boost {

template <>
struct graph_traits<oscegraph::Csr> {
  using vertex_descriptor = oscegraph::Vertex;
  using edge_descriptor = oscegraph::CsrEdge;
  using directed_category = directed_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using traversal_category = oscegraph::CsrTraversal;
  using vertex_iterator = counting_iterator<oscegraph::Vertex>;
  using out_edge_iterator = oscegraph::CsrRowIterator;
  using adjacency_iterator = const oscegraph::Vertex*;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return ~oscegraph::Vertex{0}; }
};
template <>
struct graph_traits<const oscegraph::Csr> : graph_traits<oscegraph::Csr> {};

template <>
struct property_map<oscegraph::Csr, vertex_index_t> {
  using type = typed_identity_property_map<oscegraph::Vertex>;
  using const_type = type;
};

}  // namespace boost

namespace oscegraph {

inline std::size_t num_vertices(const Csr& g) { return g.size(); }
inline auto vertices(const Csr& g) {
  using Iterator = boost::counting_iterator<Vertex>;
  return std::pair(Iterator(0), Iterator(g.size()));
}
inline Vertex source(CsrEdge e, const Csr& /*graph*/) { return e.from; }
inline Vertex target(CsrEdge e, const Csr& g) { return g.to[e.arc]; }
inline std::size_t out_degree(Vertex v, const Csr& g) { return g.degree(v); }
inline auto out_edges(Vertex v, const Csr& g) {
  return std::pair(CsrRowIterator({v, g.begin[v]}), CsrRowIterator({v, g.begin[v + 1]}));
}
inline auto adjacent_vertices(Vertex v, const Csr& g) {
  return std::pair(g.to.data() + g.begin[v], g.to.data() + g.begin[v + 1]);
}
inline auto get(boost::vertex_index_t /*tag*/, const Csr& /*graph*/) {
  return boost::typed_identity_property_map<Vertex>();
}
inline Vertex get(boost::vertex_index_t /*tag*/, const Csr& /*graph*/, Vertex v) { return v; }

/// A vector indexed by vertex, as a property map.
template <typename Value>
auto by_vertex(std::vector<Value>& values) {
  return boost::make_iterator_property_map(values.begin(),
                                           boost::typed_identity_property_map<Vertex>());
}

}  // namespace oscegraph
