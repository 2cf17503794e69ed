// SPDX-License-Identifier: Apache-2.0
//
// How much memory does the graph take, and for what? Counts the bytes of the graph's columns, by what they
// are for and by what they grow with: nodes, edges, claims, documents, strings. A column whose rows are all
// the same takes one value. For a graph that lies in a mapped file, the bytes are those of the file; the
// program holds in memory only the pages that it has read.
#pragma once

#include <optional>
#include <vector>

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

struct MemoryAnswer {
  std::size_t bytes = 0;          ///< in all
  std::vector<MemoryUse> uses{};  ///< for what, in the order in which they are listed
  /// Bytes for one of the things without their texts; none where there is none to share them.
  std::optional<double> node{};
  std::optional<double> edge{};
  std::optional<double> claim{};
  std::optional<double> all_by_claim{};  ///< all bytes, shared out over the claims
  Subset subset;
};

/// Always of the whole graph, since narrowing it copies nothing. The subset is the scope itself.
/// Cost: none that depends on the graph, beside copying the subset.
MemoryAnswer memory(const Subset& scope);

/// Facts: the numbers above. Rows: `of` (node, edge, claim, document, string), `what` they are for,
/// `bytes`, and `bytes_each`, unknown where there is none to share them.
Table table_of(const MemoryAnswer& answer, const Context& context = {});

}  // namespace oscegraph
