// SPDX-License-Identifier: Apache-2.0
//
// Writes text about many objects (nodes, edges, claims) with several threads. The bytes are the
// same as those that one thread would write.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/graph/columns/id_set.hpp"
#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// Calls `write(part, text)` for each part of the ids and appends the texts in order. Several
/// threads call it at once, each with its own text; while one text is appended the others are still
/// being written.
void append_in_parts(
    Output& out, const IdSet& ids,
    const std::function<void(std::span<const std::uint32_t> part, Output& text)>& write);

/// Calls write(e) for each of the edges, in order. It prefetches the ids of the ends of the next
/// edges: without that a writer waits for memory twice an edge.
template <typename Write>
void for_each_edge(const Graph& graph, std::span<const EdgeId> edges, const Write& write);
/// The same for claims: it prefetches the ids of the ends of their edges.
template <typename Write>
void for_each_claim(const Graph& graph, std::span<const ClaimId> claims, const Write& write);

namespace detail {

template <typename EdgeOf, typename Write>
void for_each_with_ends(const Graph& graph, std::span<const std::uint32_t> ids,
                        const EdgeOf& edge_of, const Write& write) {
  constexpr std::size_t at_once = 32;
  for (; !ids.empty(); ids = ids.subspan(std::min(at_once, ids.size()))) {
    const auto next = ids.first(std::min(at_once, ids.size()));
    for (const std::uint32_t id : next) {
      const EdgeId e = edge_of(id);
      __builtin_prefetch(graph.node_id(graph.edge_from(e)).data());
      __builtin_prefetch(graph.node_id(graph.edge_to(e)).data());
    }
    for (const std::uint32_t id : next) write(id);
  }
}

}  // namespace detail

template <typename Write>
void for_each_edge(const Graph& graph, std::span<const EdgeId> edges, const Write& write) {
  detail::for_each_with_ends(
      graph, edges, [](EdgeId e) { return e; }, write);
}

template <typename Write>
void for_each_claim(const Graph& graph, std::span<const ClaimId> claims, const Write& write) {
  detail::for_each_with_ends(
      graph, claims, [&](ClaimId c) { return graph.claim_edge(c); }, write);
}

}  // namespace oscegraph
