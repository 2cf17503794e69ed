// SPDX-License-Identifier: Apache-2.0
//
// Makes a Graph usable with Boost.Graph: a directed graph that models VertexListGraph,
// EdgeListGraph, BidirectionalGraph and AdjacencyGraph, with vertex_index and edge_index.
// Descriptors are our ids, so any vector by node or edge is a property map. Parallel edges (two
// relations between the same nodes) and loops are allowed, as the traits say.
//
//   std::vector<double> rank(boost::num_vertices(graph));
//   boost::graph::page_rank(graph, boost::make_iterator_property_map(
//                                      rank.begin(), get(boost::vertex_index, graph)));
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>
#include <utility>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

struct GraphTraversal : virtual boost::bidirectional_graph_tag,
                        virtual boost::adjacency_graph_tag,
                        virtual boost::vertex_list_graph_tag,
                        virtual boost::edge_list_graph_tag {};

/// Maps an edge to the node it points at.
class TargetOf {
 public:
  TargetOf() = default;
  explicit TargetOf(const Graph& graph) : graph_(&graph) {}
  NodeId operator()(EdgeId e) const { return graph_->edge_to(e); }

 private:
  const Graph* graph_ = nullptr;
};

/// Maps a position among a node's in-edges to the edge at that position.
class InEdgeAt {
 public:
  InEdgeAt() = default;
  InEdgeAt(const Graph& graph, NodeId node) : graph_(&graph), node_(node) {}
  EdgeId operator()(std::uint32_t place) const { return graph_->in_edges(node_)[place]; }

 private:
  const Graph* graph_ = nullptr;
  NodeId node_ = 0;
};

}  // namespace oscegraph

namespace boost {

template <>
struct graph_traits<oscegraph::Graph> {
  using vertex_descriptor = oscegraph::NodeId;
  using edge_descriptor = oscegraph::EdgeId;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = oscegraph::GraphTraversal;
  using vertex_iterator = counting_iterator<oscegraph::NodeId>;
  using edge_iterator = counting_iterator<oscegraph::EdgeId>;
  using out_edge_iterator = counting_iterator<oscegraph::EdgeId>;
  using in_edge_iterator =
      transform_iterator<oscegraph::InEdgeAt, counting_iterator<std::uint32_t>, oscegraph::EdgeId>;
  using adjacency_iterator =
      transform_iterator<oscegraph::TargetOf, out_edge_iterator, oscegraph::NodeId>;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return oscegraph::none; }
};
// Some algorithms (Brandes') ask for the traits of a const graph.
template <>
struct graph_traits<const oscegraph::Graph> : graph_traits<oscegraph::Graph> {};

template <>
struct property_map<oscegraph::Graph, vertex_index_t> {
  using type = typed_identity_property_map<oscegraph::NodeId>;
  using const_type = type;
};

template <>
struct property_map<oscegraph::Graph, edge_index_t> {
  using type = typed_identity_property_map<oscegraph::EdgeId>;
  using const_type = type;
};

}  // namespace boost

namespace oscegraph {

using GraphTraits = boost::graph_traits<Graph>;

inline std::size_t num_vertices(const Graph& g) { return g.node_count(); }
inline std::size_t num_edges(const Graph& g) { return g.edge_count(); }

inline auto vertices(const Graph& g) {
  return std::pair(GraphTraits::vertex_iterator(0),
                   GraphTraits::vertex_iterator(static_cast<NodeId>(g.node_count())));
}
inline auto edges(const Graph& g) {
  return std::pair(GraphTraits::edge_iterator(0),
                   GraphTraits::edge_iterator(static_cast<EdgeId>(g.edge_count())));
}
inline NodeId source(EdgeId e, const Graph& g) { return g.edge_from(e); }
inline NodeId target(EdgeId e, const Graph& g) { return g.edge_to(e); }

inline auto out_edges(NodeId n, const Graph& g) {
  const auto range = g.out_edges(n);
  return std::pair(GraphTraits::out_edge_iterator(*range.begin()),
                   GraphTraits::out_edge_iterator(*range.end()));
}
inline auto in_edges(NodeId n, const Graph& g) {
  using Places = boost::counting_iterator<std::uint32_t>;
  const auto size = static_cast<std::uint32_t>(g.in_edges(n).size());
  return std::pair(GraphTraits::in_edge_iterator(Places(0), InEdgeAt(g, n)),
                   GraphTraits::in_edge_iterator(Places(size), InEdgeAt(g, n)));
}
inline auto adjacent_vertices(NodeId n, const Graph& g) {
  const auto [first, last] = out_edges(n, g);
  return std::pair(GraphTraits::adjacency_iterator(first, TargetOf(g)),
                   GraphTraits::adjacency_iterator(last, TargetOf(g)));
}
inline std::size_t out_degree(NodeId n, const Graph& g) { return g.out_edges(n).size(); }
inline std::size_t in_degree(NodeId n, const Graph& g) { return g.in_edges(n).size(); }
inline std::size_t degree(NodeId n, const Graph& g) { return out_degree(n, g) + in_degree(n, g); }

inline auto get(boost::vertex_index_t /*tag*/, const Graph& /*graph*/) {
  return boost::typed_identity_property_map<NodeId>();
}
inline NodeId get(boost::vertex_index_t /*tag*/, const Graph& /*graph*/, NodeId n) { return n; }
inline auto get(boost::edge_index_t /*tag*/, const Graph& /*graph*/) {
  return boost::typed_identity_property_map<EdgeId>();
}
inline EdgeId get(boost::edge_index_t /*tag*/, const Graph& /*graph*/, EdgeId e) { return e; }

}  // namespace oscegraph
