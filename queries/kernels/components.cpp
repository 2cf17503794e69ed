// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/components.hpp"

#include <algorithm>
#include <atomic>
#include <unordered_map>

#include "oscegraph/queries/kernels/random.hpp"

namespace oscegraph {
namespace {

class Forest {
 public:
  explicit Forest(std::vector<Vertex>& parent) : parent_(parent) {}

  [[nodiscard]] Vertex parent(Vertex v) const {
    return std::atomic_ref(parent_[v]).load(std::memory_order_relaxed);
  }

  void link(Vertex u, Vertex v) {
    Vertex a = parent(u);
    Vertex b = parent(v);
    while (a != b) {
      const Vertex high = std::max(a, b);
      const Vertex low = std::min(a, b);
      Vertex expected = high;
      if (std::atomic_ref(parent_[high])
              .compare_exchange_strong(expected, low, std::memory_order_relaxed) ||
          expected == low)
        return;
      a = parent(expected);
      b = parent(low);
    }
  }

  void flatten(Vertex v) {
    Vertex root = parent(v);
    while (root != parent(root)) root = parent(root);
    std::atomic_ref(parent_[v]).store(root, std::memory_order_relaxed);
  }

 private:
  std::vector<Vertex>& parent_;
};

/// The label that a thousand random nodes have most often.
Vertex commonest(const std::vector<Vertex>& label) {
  std::unordered_map<Vertex, int> counts;
  Random random(1);
  Vertex best = label[0];
  for (int i = 0; i < 1024; ++i) {
    const Vertex candidate = label[random.below(static_cast<std::uint32_t>(label.size()))];
    if (++counts[candidate] > counts[best]) best = candidate;
  }
  return best;
}

}  // namespace

std::vector<Vertex> components(const Csr& graph, Workers& workers) {
  constexpr std::uint32_t first_arcs = 2;
  std::vector<Vertex> label(graph.size());
  if (label.empty()) return label;
  Forest forest(label);
  const auto for_nodes = [&](auto body) {
    workers.pieces(graph.size(), nodes_per_piece,
                   [&](std::size_t first, std::size_t last, unsigned) {
                     for (std::size_t v = first; v < last; ++v) body(static_cast<Vertex>(v));
                   });
  };
  for_nodes([&](Vertex v) { label[v] = v; });
  for (std::uint32_t i = 0; i < first_arcs; ++i) {
    for_nodes([&](Vertex v) {
      if (i < graph.degree(v)) forest.link(v, graph.to[graph.begin[v] + i]);
    });
    for_nodes([&](Vertex v) { forest.flatten(v); });
  }
  const Vertex largest = commonest(label);
  for_nodes([&](Vertex v) {
    if (forest.parent(v) == largest) return;
    for (std::uint32_t i = graph.begin[v] + first_arcs; i < graph.begin[v + 1]; ++i)
      forest.link(v, graph.to[i]);
  });
  for_nodes([&](Vertex v) { forest.flatten(v); });
  return label;
}

}  // namespace oscegraph
