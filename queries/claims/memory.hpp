// SPDX-License-Identifier: Apache-2.0
//
// Returns how many bytes the graph takes. They are counted by what they are used for, and by what
// their number grows with: nodes, edges, claims, documents or strings. A column whose values are
// all equal takes one value. If the graph lies in a mapped file, these are bytes of the file; the
// program has in memory only the pages that it has read.
#pragma once

#include <optional>
#include <vector>

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

struct MemoryAnswer {
  std::size_t bytes = 0;  ///< in all
  /// By what the bytes are used for, in the order in which they are listed.
  std::vector<MemoryUse> uses{};
  /// The mean number of bytes for one node, edge or claim, without its texts; none when there is no
  /// such thing.
  std::optional<double> node{};
  std::optional<double> edge{};
  std::optional<double> claim{};
  std::optional<double> all_by_claim{};  ///< all bytes, divided by the number of claims
  Subset subset;
};

/// Always about the whole graph, since narrowing copies nothing. The subset is the scope itself.
/// Cost: that of copying the subset.
MemoryAnswer memory(const Subset& scope);

/// Facts: the numbers above. Rows: `of` (node, edge, claim, document, string), `what` the bytes are
/// used for, `bytes`, and `bytes_each` for one node, edge and so on, unknown when there is none.
Table table_of(const MemoryAnswer& answer, const Context& context = {});

}  // namespace oscegraph
