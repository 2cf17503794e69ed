// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/cuts.hpp"

#include <algorithm>
#include <utility>

namespace oscegraph {
namespace {

class Search {
 public:
  Search(const Csr& graph, const Context& context)
      : graph_(graph),
        check_(context),
        order_(graph.size()),
        low_(graph.size()),
        next_(graph.size()) {
    cuts_.splits.resize(graph.size());
  }

  Cuts run() {
    for (Vertex v = 0; v < graph_.size(); ++v)
      if (order_[v] == 0) explore(v);
    std::ranges::sort(cuts_.bridges, {},
                      [](const Arc& arc) { return std::pair(arc.from, arc.to); });
    return std::move(cuts_);
  }

 private:
  void enter(Vertex v) {
    check_.count(graph_.degree(v) + 1);
    order_[v] = low_[v] = ++clock_;
    next_[v] = graph_.begin[v];
    stack_.push_back(v);
  }

  void explore(Vertex root) {
    enter(root);
    while (!stack_.empty()) {
      const Vertex v = stack_.back();
      const Vertex parent = stack_.size() > 1 ? stack_[stack_.size() - 2] : v;
      if (next_[v] == graph_.begin[v + 1]) {
        stack_.pop_back();
        if (v != root) leave(v, parent, root);
        continue;
      }
      const Vertex u = graph_.to[next_[v]++];
      if (order_[u] == 0) enter(u);
      else if (u != parent) low_[v] = std::min(low_[v], order_[u]);
    }
    // The root splits its component into the subtrees below it, one of which is no more.
    if (cuts_.splits[root] > 0) --cuts_.splits[root];
  }

  void leave(Vertex v, Vertex parent, Vertex root) {
    low_[parent] = std::min(low_[parent], low_[v]);
    if (low_[v] >= order_[parent] || parent == root) ++cuts_.splits[parent];
    if (low_[v] > order_[parent])
      cuts_.bridges.push_back({std::min(v, parent), std::max(v, parent), 1});
  }

  const Csr& graph_;
  CheckNowAndThen check_;
  std::vector<std::uint32_t> order_;  ///< of discovery, from 1; 0: not yet
  std::vector<std::uint32_t> low_;    ///< the earliest node its subtree has an arc to
  std::vector<std::uint32_t> next_;
  std::vector<Vertex> stack_;
  std::uint32_t clock_ = 0;
  Cuts cuts_;
};

}  // namespace

Cuts find_cuts(const Csr& graph, const Context& context) { return Search(graph, context).run(); }

}  // namespace oscegraph
