// SPDX-License-Identifier: Apache-2.0
//
// Makes a Graph usable with those algorithms of Boost.Graph that need an undirected graph
// (connected components, biconnected components, ...). UndirectedView ignores the directions of
// edges. It copies nothing and must not outlive its Graph. A loop appears once among its node's
// edges.
#pragma once

#include <boost/iterator/iterator_facade.hpp>
#include <functional>
#include <utility>

#include "oscegraph/graph/bgl.hpp"

namespace oscegraph {

class UndirectedView {
 public:
  explicit UndirectedView(const Graph& graph) : graph_(&graph) {}
  [[nodiscard]] const Graph& graph() const { return *graph_; }

 private:
  const Graph* graph_;
};

/// An edge seen from one of its ends. Both directions compare equal.
struct UndirectedEdge {
  EdgeId id = none;
  NodeId from = none;
  NodeId to = none;
  friend bool operator==(const UndirectedEdge& a, const UndirectedEdge& b) { return a.id == b.id; }
  friend bool operator<(const UndirectedEdge& a, const UndirectedEdge& b) { return a.id < b.id; }
};

/// Iterates over a node's out-edges, then over its in-edges that are not loops.
class IncidentEdgeIterator
    : public boost::iterator_facade<IncidentEdgeIterator, UndirectedEdge,
                                    boost::forward_traversal_tag, UndirectedEdge> {
 public:
  IncidentEdgeIterator() = default;
  IncidentEdgeIterator(const Graph& graph, NodeId node, std::size_t position)
      : graph_(&graph),
        node_(node),
        position_(position) {
    skip_loops();
  }

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] UndirectedEdge dereference() const {
    const EdgeId e = edge();
    return {e, node_, graph_->other_end(e, node_)};
  }
  void increment() {
    ++position_;
    skip_loops();
  }
  [[nodiscard]] bool equal(const IncidentEdgeIterator& other) const {
    return position_ == other.position_;
  }
  [[nodiscard]] EdgeId edge() const {
    const auto out = graph_->out_edges(node_);
    return position_ < out.size()
               ? *out.begin() + static_cast<EdgeId>(position_)
               : graph_->in_edges(node_)[static_cast<std::ptrdiff_t>(position_ - out.size())];
  }
  void skip_loops() {
    const std::size_t out = graph_->out_edges(node_).size();
    const auto in = graph_->in_edges(node_);
    while (position_ >= out && position_ < out + in.size() &&
           graph_->edge_from(in[static_cast<std::ptrdiff_t>(position_ - out)]) == node_)
      ++position_;
  }

  const Graph* graph_ = nullptr;
  NodeId node_ = none;
  std::size_t position_ = 0;
};

/// Maps an edge number to the undirected edge.
class AsUndirected {
 public:
  AsUndirected() = default;
  explicit AsUndirected(const Graph& graph) : graph_(&graph) {}
  UndirectedEdge operator()(EdgeId e) const {
    return {e, graph_->edge_from(e), graph_->edge_to(e)};
  }

 private:
  const Graph* graph_ = nullptr;
};

struct UndirectedTraversal : virtual boost::incidence_graph_tag,
                             virtual boost::vertex_list_graph_tag,
                             virtual boost::edge_list_graph_tag {};

}  // namespace oscegraph

template <>
struct std::hash<oscegraph::UndirectedEdge> {
  std::size_t operator()(const oscegraph::UndirectedEdge& e) const { return e.id; }
};

namespace boost {

template <>
struct graph_traits<oscegraph::UndirectedView> {
  using vertex_descriptor = oscegraph::NodeId;
  using edge_descriptor = oscegraph::UndirectedEdge;
  using directed_category = undirected_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = oscegraph::UndirectedTraversal;
  using vertex_iterator = counting_iterator<oscegraph::NodeId>;
  using edge_iterator =
      transform_iterator<oscegraph::AsUndirected, counting_iterator<oscegraph::EdgeId>,
                         oscegraph::UndirectedEdge>;
  using out_edge_iterator = oscegraph::IncidentEdgeIterator;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return oscegraph::none; }
};
template <>
struct graph_traits<const oscegraph::UndirectedView> : graph_traits<oscegraph::UndirectedView> {};

template <>
struct property_map<oscegraph::UndirectedView, vertex_index_t> {
  using type = typed_identity_property_map<oscegraph::NodeId>;
  using const_type = type;
};

}  // namespace boost

namespace oscegraph {

inline std::size_t num_vertices(const UndirectedView& v) { return v.graph().node_count(); }
inline std::size_t num_edges(const UndirectedView& v) { return v.graph().edge_count(); }
inline auto vertices(const UndirectedView& v) { return vertices(v.graph()); }
inline auto edges(const UndirectedView& v) {
  using Iterator = boost::graph_traits<UndirectedView>::edge_iterator;
  const auto [first, last] = edges(v.graph());
  return std::pair(Iterator(first, AsUndirected(v.graph())),
                   Iterator(last, AsUndirected(v.graph())));
}
inline NodeId source(const UndirectedEdge& e, const UndirectedView& /*view*/) { return e.from; }
inline NodeId target(const UndirectedEdge& e, const UndirectedView& /*view*/) { return e.to; }
inline auto out_edges(NodeId n, const UndirectedView& v) {
  const Graph& g = v.graph();
  return std::pair(IncidentEdgeIterator(g, n, 0),
                   IncidentEdgeIterator(g, n, g.out_edges(n).size() + g.in_edges(n).size()));
}
inline std::size_t out_degree(NodeId n, const UndirectedView& v) {
  const auto [first, last] = out_edges(n, v);
  return static_cast<std::size_t>(std::distance(first, last));
}
inline auto get(boost::vertex_index_t /*tag*/, const UndirectedView& /*view*/) {
  return boost::typed_identity_property_map<NodeId>();
}
inline NodeId get(boost::vertex_index_t /*tag*/, const UndirectedView& /*view*/, NodeId n) {
  return n;
}

}  // namespace oscegraph
