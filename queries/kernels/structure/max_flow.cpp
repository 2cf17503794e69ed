// SPDX-License-Identifier: Apache-2.0
//
// Computes the flow on a network in which every given arc becomes two arcs. The given arc i is arc
// 2i here, and its reverse is arc 2i + 1; residual_[a] is the remaining capacity of arc a.
#include "oscegraph/queries/kernels/structure/max_flow.hpp"

#include <algorithm>
#include <utility>

namespace oscegraph {
namespace {

constexpr std::uint32_t no_level = ~0U;

class Network {
 public:
  Network(Vertex size, const std::vector<CapacityArc>& arcs, Vertex source, Vertex sink)
      : source_(source),
        sink_(sink),
        begin_(std::size_t{size} + 1),
        level_(size),
        next_(size) {
    for (const CapacityArc& arc : arcs) {
      ends_.push_back(arc.to);
      ends_.push_back(arc.from);
      residual_.push_back(arc.capacity);
      residual_.push_back(0);
      ++begin_[arc.from];
      ++begin_[arc.to];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t& count : begin_) sum += std::exchange(count, sum);
    arcs_.resize(ends_.size());
    std::vector<std::uint32_t> at(begin_);
    for (std::uint32_t a = 0; a < ends_.size(); ++a) arcs_[at[ends_[a ^ 1U]]++] = a;
  }

  MaxFlow run(const Context& context) {
    MaxFlow result;
    while (result.value < unlimited && set_levels()) {
      std::ranges::copy(begin_.begin(), begin_.end() - 1, next_.begin());
      while (result.value < unlimited) {
        context.check();
        const std::int64_t pushed = augment();
        if (pushed == 0) break;
        result.value += pushed;
      }
    }
    for (std::size_t a = 1; a < residual_.size(); a += 2) result.flow.push_back(residual_[a]);
    for (const std::uint32_t level : level_) result.reachable.push_back(level != no_level);
    return result;
  }

 private:
  bool set_levels() {
    std::ranges::fill(level_, no_level);
    std::vector<Vertex> queue{source_};
    level_[source_] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const Vertex v = queue[i];
      for (std::uint32_t j = begin_[v]; j < begin_[v + 1]; ++j) {
        const Vertex u = ends_[arcs_[j]];
        if (residual_[arcs_[j]] == 0 || level_[u] != no_level) continue;
        level_[u] = level_[v] + 1;
        queue.push_back(u);
      }
    }
    return level_[sink_] != no_level;
  }

  /// Sends as much as possible along one path to the sink and returns the amount; 0: no path is
  /// left.
  std::int64_t augment() {
    std::vector<std::uint32_t> path;
    Vertex v = source_;
    while (v != sink_) {
      if (next_[v] == begin_[v + 1]) {  // a dead end: go back one step and do not return here
        if (v == source_) return 0;
        v = ends_[path.back() ^ 1U];
        path.pop_back();
        ++next_[v];
        continue;
      }
      const std::uint32_t arc = arcs_[next_[v]];
      if (residual_[arc] > 0 && level_[ends_[arc]] == level_[v] + 1) {
        path.push_back(arc);
        v = ends_[arc];
      } else {
        ++next_[v];
      }
    }
    std::int64_t fits = unlimited;
    for (const std::uint32_t arc : path) fits = std::min(fits, residual_[arc]);
    for (const std::uint32_t arc : path) {
      residual_[arc] -= fits;
      residual_[arc ^ 1U] += fits;
    }
    return fits;
  }

  Vertex source_;
  Vertex sink_;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> arcs_;  ///< arc numbers, in rows by source
  std::vector<Vertex> ends_;         ///< by arc: its target
  std::vector<std::int64_t> residual_;
  std::vector<std::uint32_t> level_;
  std::vector<std::uint32_t> next_;
};

}  // namespace

MaxFlow max_flow(Vertex size, const std::vector<CapacityArc>& arcs, Vertex source, Vertex sink,
                 const Context& context) {
  return Network(size, arcs, source, sink).run(context);
}

}  // namespace oscegraph
