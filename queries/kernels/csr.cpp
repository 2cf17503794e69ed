// SPDX-License-Identifier: Apache-2.0
//
// Puts arcs into rows with sorted targets by two stable counting sorts, first by target and then by
// source. In other words, transposing twice sorts. Parallel arcs are then next to each other and
// are merged.
#include "oscegraph/queries/kernels/csr.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

void require_32_bits(std::size_t arcs) {
  if (arcs >= std::numeric_limits<std::uint32_t>::max())
    throw Error("the graph has more than four thousand million connections",
                "measures run on fewer", "narrow it with --relation, --kind or a period");
}

std::vector<std::uint32_t> starts(std::vector<std::uint32_t> counts) {
  std::exclusive_scan(counts.begin(), counts.end(), counts.begin(), 0U);
  return counts;
}

/// The first counting sort: rows by target, which list the sources in the order of `arcs`. With
/// `both_ways` each arc is also entered in the other direction.
Csr by_target(Vertex size, const std::vector<Arc>& arcs, Weighted weighted, bool both_ways,
              const Context& context) {
  PeriodicCheck check(context);
  std::vector<std::uint32_t> counts(std::size_t{size} + 1);
  for (const Arc& arc : arcs) {
    check.count();
    if (arc.from == arc.to) continue;
    ++counts[arc.to];
    if (both_ways) ++counts[arc.from];
  }
  Csr rows;
  rows.begin = starts(std::move(counts));
  std::vector<std::uint32_t> next(rows.begin.begin(), rows.begin.end() - 1);
  rows.to.resize(rows.begin.back());
  if (weighted == Weighted::yes) rows.weight.resize(rows.to.size());
  const auto put = [&](Vertex row, Vertex other, double weight) {
    const std::uint32_t at = next[row]++;
    rows.to[at] = other;
    if (weighted == Weighted::yes) rows.weight[at] = weight;
  };
  for (const Arc& arc : arcs) {
    check.count();
    if (arc.from == arc.to) continue;
    put(arc.to, arc.from, arc.weight);
    if (both_ways) put(arc.from, arc.to, arc.weight);
  }
  return rows;
}

/// Merges equal targets of each row, which lie side by side since the rows are sorted.
void merge_equal(Csr& graph) {
  std::uint32_t kept = 0;
  std::uint32_t first = 0;
  for (Vertex v = 0; v < graph.size(); ++v) {
    const std::uint32_t last = graph.begin[v + 1];
    const std::uint32_t row = kept;
    for (std::uint32_t i = first; i < last; ++i) {
      if (kept > row && graph.to[kept - 1] == graph.to[i]) {
        if (graph.weighted()) graph.weight[kept - 1] += graph.weight[i];
        continue;
      }
      graph.to[kept] = graph.to[i];
      if (graph.weighted()) graph.weight[kept] = graph.weight[i];
      ++kept;
    }
    first = last;
    graph.begin[v + 1] = kept;
  }
  if (kept == graph.to.size()) return;
  graph.to.resize(kept);
  graph.to.shrink_to_fit();
  if (graph.weighted()) graph.weight.resize(kept);
}

Csr make(Vertex size, std::vector<Arc> arcs, Weighted weighted, bool both_ways,
         const Context& context) {
  require_32_bits(both_ways ? 2 * arcs.size() : arcs.size());
  const Csr turned = by_target(size, arcs, weighted, both_ways, context);
  std::vector<Arc>().swap(arcs);
  Csr graph = transposed(turned, context);
  context.check();
  merge_equal(graph);
  return graph;
}

}  // namespace

std::size_t Csr::find(Vertex from, Vertex to_vertex) const {
  const auto first = to.begin() + begin[from];
  const auto last = to.begin() + begin[from + 1];
  const auto found = std::lower_bound(first, last, to_vertex);
  if (found == last || *found != to_vertex) return to.size();
  return static_cast<std::size_t>(found - to.begin());
}

Csr make_csr(Vertex size, std::vector<Arc> arcs, Weighted weighted, const Context& context) {
  return make(size, std::move(arcs), weighted, false, context);
}

Csr make_undirected_csr(Vertex size, std::vector<Arc> arcs, Weighted weighted,
                        const Context& context) {
  return make(size, std::move(arcs), weighted, true, context);
}

Csr transposed(const Csr& graph, const Context& context) {
  PeriodicCheck check(context);
  std::vector<std::uint32_t> counts(std::size_t{graph.size()} + 1);
  for (const Vertex v : graph.to) ++counts[v];
  Csr result;
  result.begin = starts(std::move(counts));
  std::vector<std::uint32_t> next(result.begin.begin(), result.begin.end() - 1);
  result.to.resize(graph.to.size());
  result.weight.resize(graph.weight.size());
  for (Vertex v = 0; v < graph.size(); ++v) {
    check.count(graph.degree(v) + 1);
    for (std::uint32_t i = graph.begin[v]; i < graph.begin[v + 1]; ++i) {
      const std::uint32_t at = next[graph.to[i]]++;
      result.to[at] = v;
      if (graph.weighted()) result.weight[at] = graph.weight[i];
    }
  }
  return result;
}

std::vector<Vertex> inverse_of(const std::vector<Vertex>& order) {
  std::vector<Vertex> inverse(order.size());
  for (Vertex i = 0; i < order.size(); ++i) inverse[order[i]] = i;
  return inverse;
}

Csr reordered(const Csr& graph, const std::vector<Vertex>& order, const Context& context) {
  PeriodicCheck check(context);
  const std::vector<Vertex> place = inverse_of(order);
  Csr result;
  result.begin.resize(graph.begin.size());
  result.to.resize(graph.to.size());
  result.weight.resize(graph.weight.size());
  std::vector<std::pair<Vertex, double>> row;
  std::uint32_t at = 0;
  for (Vertex i = 0; i < graph.size(); ++i) {
    const Vertex v = order[i];
    const std::uint32_t first = at;
    check.count(graph.degree(v) + 1);
    for (std::uint32_t j = graph.begin[v]; j < graph.begin[v + 1]; ++j, ++at) {
      result.to[at] = place[graph.to[j]];
      if (graph.weighted()) row.emplace_back(result.to[at], graph.weight[j]);
    }
    if (graph.weighted()) {
      std::ranges::sort(row, {}, &std::pair<Vertex, double>::first);
      for (std::uint32_t j = first; j < at; ++j)
        std::tie(result.to[j], result.weight[j]) = row[j - first];
      row.clear();
    } else {
      std::sort(result.to.begin() + first, result.to.begin() + at);
    }
    result.begin[i + 1] = at;
  }
  return result;
}

std::vector<Vertex> by_falling_degree(const Csr& graph) {
  std::uint32_t most = 0;
  for (Vertex v = 0; v < graph.size(); ++v) most = std::max(most, graph.degree(v));
  std::vector<std::uint32_t> counts(std::size_t{most} + 2);
  for (Vertex v = 0; v < graph.size(); ++v) ++counts[most - graph.degree(v)];
  counts = starts(std::move(counts));
  std::vector<Vertex> order(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) order[counts[most - graph.degree(v)]++] = v;
  return order;
}

}  // namespace oscegraph
