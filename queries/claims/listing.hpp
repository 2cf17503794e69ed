// SPDX-License-Identifier: Apache-2.0
//
// Everything as rows: the nodes, edges, claims or documents of a subset, those that contain some
// words, sorted by a column, as many as are asked for. For those who would rather read than look. Of the
// rows that nobody asks for, none is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

enum class Listed : std::uint8_t { nodes, edges, claims, documents };

struct ListingOptions {
  Listed what = Listed::nodes;
  /// Only rows in which each of these words occurs, case, diacritics and punctuation aside.
  std::string contains{};
  /// A column's name; with '-' before it, largest first. Empty: in the graph's order.
  std::string sort{};
  std::size_t most = static_cast<std::size_t>(-1);  ///< rows
  Context context{};
};

/// "nodes", "edges", "claims", "documents": by the numbers of Listed.
std::vector<std::string_view> listed_names();

/// The columns of each listing:
///   nodes:     name, kind, id, edges, documents
///   edges:     from, from_id, relation, to, to_id, claims, documents
///   claims:    from, from_id, relation, to, to_id, document, document_id, date, place, basis, start, end,
///              flow, currency, amount, quote
///   documents: title, publisher, date, claims, url, id; those that state something in the subset
/// The facts `rows` and `matching` say how many rows there are and how many contain the words. Sorted
/// rows: numbers by value, dates by first day, texts byte by byte; unknown last; ties in the graph's
/// order. Throws UsageError when no column is called as `sort` says, and Stopped.
/// Cost: that of making a row, whose nodes cost their claims, for each row shown; for every row when words
/// are looked for, and O(n log n) comparisons more to sort. Documents cost a pass over the claims.
Table listing(const Subset& scope, const ListingOptions& options);

}  // namespace oscegraph
