// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/strong_parts.hpp"

#include <algorithm>

namespace oscegraph {
namespace {

constexpr Vertex not_seen = ~Vertex{0};

class Tarjan {
 public:
  Tarjan(const Csr& graph, const Context& context)
      : graph_(graph),
        check_(context),
        seen_(graph.size(), not_seen),
        lowest_(graph.size()),
        next_arc_(graph.begin.begin(), graph.begin.end() - 1) {
    parts_.of.assign(graph.size(), not_seen);
    parts_.begin.push_back(0);
  }

  StrongParts run() {
    for (Vertex v = 0; v < graph_.size(); ++v)
      if (seen_[v] == not_seen) walk_from(v);
    return std::move(parts_);
  }

 private:
  void enter(Vertex v) {
    check_.count(graph_.degree(v) + 1);
    seen_[v] = lowest_[v] = seen_count_++;
    way_.push_back(v);
    open_.push_back(v);
  }

  void walk_from(Vertex root) {
    enter(root);
    while (!way_.empty()) {
      const Vertex v = way_.back();
      if (next_arc_[v] < graph_.begin[v + 1]) {
        const Vertex u = graph_.to[next_arc_[v]++];
        if (seen_[u] == not_seen) enter(u);
        else if (parts_.of[u] == not_seen) lowest_[v] = std::min(lowest_[v], seen_[u]);
        continue;
      }
      way_.pop_back();
      if (!way_.empty()) lowest_[way_.back()] = std::min(lowest_[way_.back()], lowest_[v]);
      if (lowest_[v] == seen_[v]) close_part(v);
    }
  }

  /// Everything opened since `first` is one part.
  void close_part(Vertex first) {
    const Vertex number = parts_.count();
    Vertex v = not_seen;
    do {
      v = open_.back();
      open_.pop_back();
      parts_.of[v] = number;
      parts_.nodes.push_back(v);
    } while (v != first);
    parts_.begin.push_back(static_cast<std::uint32_t>(parts_.nodes.size()));
  }

  const Csr& graph_;
  CheckNowAndThen check_;
  StrongParts parts_;
  std::vector<Vertex> seen_;    ///< when the node was entered
  std::vector<Vertex> lowest_;  ///< the earliest open node that it is known to reach
  std::vector<std::uint32_t> next_arc_;
  std::vector<Vertex> way_;   ///< from the root to where the walk is
  std::vector<Vertex> open_;  ///< entered, in no part yet
  Vertex seen_count_ = 0;
};

}  // namespace

StrongParts strong_parts(const Csr& graph, const Context& context) {
  return Tarjan(graph, context).run();
}

}  // namespace oscegraph
