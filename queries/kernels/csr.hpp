// SPDX-License-Identifier: Apache-2.0
//
// What kernels work on: arcs in compressed rows, nodes numbered 0 .. size() - 1 without gaps. Rows
// are sorted, name no node twice and never their own node: parallel edges are merged, their weights
// added, and loops are left out. An undirected graph has every arc both ways.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "oscegraph/graph/context.hpp"

namespace oscegraph {

/// A node's place in a Csr: not a NodeId.
using Vertex = std::uint32_t;

struct Arc {
  Vertex from;
  Vertex to;
  double weight = 1;
};

struct Csr {
  std::vector<std::uint32_t> begin{0};  ///< row v is [begin[v], begin[v + 1])
  std::vector<Vertex> to;
  std::vector<double> weight;  ///< beside `to`; empty: every arc weighs 1

  [[nodiscard]] Vertex size() const { return static_cast<Vertex>(begin.size() - 1); }
  [[nodiscard]] std::size_t arc_count() const { return to.size(); }
  [[nodiscard]] std::uint32_t degree(Vertex v) const { return begin[v + 1] - begin[v]; }
  [[nodiscard]] std::span<const Vertex> row(Vertex v) const {
    return std::span(to).subspan(begin[v], degree(v));
  }
  [[nodiscard]] bool weighted() const { return !weight.empty(); }
  [[nodiscard]] double weight_of(std::size_t arc) const { return weight.empty() ? 1 : weight[arc]; }
  /// The arc's place in `to`, or `to.size()` when there is none. Cost: O(log degree).
  [[nodiscard]] std::size_t find(Vertex from, Vertex to_vertex) const;
};

enum class Weighted : std::uint8_t { no, yes };

/// Merges and sorts. With `Weighted::no` the result has no weights. Errors: 2^32 arcs or more.
/// Cost: O(arcs) twice over, in counting sorts. The arcs, moved in, are gone before the second.
Csr make_csr(Vertex size, std::vector<Arc> arcs, Weighted weighted, const Context& context = {});
/// The same with every arc both ways.
Csr make_undirected_csr(Vertex size, std::vector<Arc> arcs, Weighted weighted,
                        const Context& context = {});

/// Every arc turned around.
Csr transposed(const Csr& graph, const Context& context = {});

/// Node i of the result is node order[i] of `graph`. Precondition: `order` is a permutation.
Csr reordered(const Csr& graph, const std::vector<Vertex>& order, const Context& context = {});

/// The nodes by falling degree, ties by number: hubs side by side stay in the cache, and rows sorted
/// by it meet the hubs first. Cost: O(nodes), a counting sort.
std::vector<Vertex> by_falling_degree(const Csr& graph);

/// inverse[order[i]] == i.
std::vector<Vertex> inverse_of(const std::vector<Vertex>& order);

}  // namespace oscegraph
