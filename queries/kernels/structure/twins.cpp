// SPDX-License-Identifier: Apache-2.0
//
// Finds nodes with equal rows. Rows are first compared by a hash, the sum of a mixed value for each
// neighbour. Rows with equal hashes are then compared in full.
#include "oscegraph/queries/kernels/structure/twins.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/queries/kernels/random.hpp"

namespace oscegraph {
namespace {

/// Pairs (hash of the row, node), sorted, so that possible twins are side by side in order of
/// number.
std::vector<std::pair<std::uint64_t, Vertex>> hashed_rows(const Csr& graph, PeriodicCheck& check) {
  std::vector<std::pair<std::uint64_t, Vertex>> rows;
  rows.reserve(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) {
    check.count(graph.degree(v) + 1);
    std::uint64_t hash = graph.degree(v);
    for (const Vertex u : graph.row(v)) hash += mixed(u);
    rows.emplace_back(hash, v);
  }
  std::ranges::sort(rows);
  return rows;
}

/// For each node the first of its twins, or the node itself.
std::vector<Vertex> first_twins(const Csr& graph, PeriodicCheck& check) {
  std::vector<Vertex> first(graph.size());
  const auto rows = hashed_rows(graph, check);
  std::vector<Vertex> heads;  // nodes with different rows that have the current hash
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Vertex v = rows[i].second;
    check.count(graph.degree(v) + 1);
    if (i == 0 || rows[i].first != rows[i - 1].first) heads.clear();
    const auto same = std::ranges::find_if(
        heads, [&](Vertex head) { return std::ranges::equal(graph.row(head), graph.row(v)); });
    if (same != heads.end() && graph.degree(v) > 0) {
      first[v] = *same;
    } else {
      first[v] = v;
      if (graph.degree(v) > 0) heads.push_back(v);
    }
  }
  return first;
}

}  // namespace

Twins merge_twins(const Csr& graph, const Context& context) {
  PeriodicCheck check(context);
  const std::vector<Vertex> first = first_twins(graph, check);
  Twins twins;
  twins.class_of.resize(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) {
    if (first[v] == v) {
      twins.class_of[v] = static_cast<Vertex>(twins.members.size());
      twins.members.push_back(1);
    } else {
      twins.class_of[v] = twins.class_of[first[v]];
      ++twins.members[twins.class_of[v]];
    }
  }
  for (Vertex v = 0; v < graph.size(); ++v) {
    if (first[v] != v) continue;
    check.count(graph.degree(v) + 1);
    for (const Vertex u : graph.row(v))  // classes are numbered by first member: rows stay sorted
      if (first[u] == u) twins.graph.to.push_back(twins.class_of[u]);
    twins.graph.begin.push_back(static_cast<std::uint32_t>(twins.graph.to.size()));
  }
  return twins;
}

}  // namespace oscegraph
