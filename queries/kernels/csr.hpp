// SPDX-License-Identifier: Apache-2.0
//
// The graph on which kernels work, in compressed sparse rows (CSR), with nodes 0 .. size() - 1.
// Rows are sorted and have neither duplicates nor loops: parallel edges are merged and their
// weights added; loops are dropped. An undirected graph has every arc in both directions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

/// A node's number in a Csr, which is not its NodeId.
using Vertex = std::uint32_t;

struct Arc {
  Vertex from;
  Vertex to;
  double weight = 1;
};

struct Csr {
  std::vector<std::uint32_t> begin{0};  ///< row v is [begin[v], begin[v + 1])
  std::vector<Vertex> to;
  std::vector<double> weight;  ///< parallel to `to`; empty: every arc has weight 1

  [[nodiscard]] Vertex size() const { return static_cast<Vertex>(begin.size() - 1); }
  [[nodiscard]] std::size_t arc_count() const { return to.size(); }
  [[nodiscard]] std::uint32_t degree(Vertex v) const { return begin[v + 1] - begin[v]; }
  [[nodiscard]] std::span<const Vertex> row(Vertex v) const {
    return std::span(to).subspan(begin[v], degree(v));
  }
  [[nodiscard]] bool weighted() const { return !weight.empty(); }
  [[nodiscard]] double weight_of(std::size_t arc) const { return weight.empty() ? 1 : weight[arc]; }
  /// The arc's position in `to`, or `to.size()` when there is no such arc. Cost: O(log degree).
  [[nodiscard]] std::size_t find(Vertex from, Vertex to_vertex) const;
};

enum class Weighted : std::uint8_t { no, yes };

/// Sorts the arcs and merges parallel ones. With `Weighted::no` the result has no weights. Errors:
/// 2^32 - 1 arcs or more. Cost: O(arcs), two counting sorts. `arcs`, if moved in, is freed before
/// the second sort.
Csr make_csr(Vertex size, std::vector<Arc> arcs, Weighted weighted, const Context& context = {});
/// The same, with every arc in both directions.
Csr make_undirected_csr(Vertex size, std::vector<Arc> arcs, Weighted weighted,
                        const Context& context = {});

/// The graph with every arc reversed.
Csr transposed(const Csr& graph, const Context& context = {});

/// Node i of the result is node order[i] of `graph`. Precondition: `order` is a permutation.
Csr reordered(const Csr& graph, const std::vector<Vertex>& order, const Context& context = {});

/// The nodes by falling degree, ties by number. In this order hubs lie side by side, so they stay
/// in the cache, and rows list the hubs first. Cost: O(nodes), a counting sort.
std::vector<Vertex> by_falling_degree(const Csr& graph);

/// inverse[order[i]] == i.
std::vector<Vertex> inverse_of(const std::vector<Vertex>& order);

}  // namespace oscegraph
