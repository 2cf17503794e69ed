// SPDX-License-Identifier: Apache-2.0
//
// Lists the nodes, edges, claims or documents of a subset as rows. Options choose only the rows
// that contain some words, the column that sorts them, and how many of them are listed. Rows are
// made one at a time, and only those that are listed are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

enum class Listed : std::uint8_t { nodes, edges, claims, documents };

struct ListingOptions {
  Listed what = Listed::nodes;
  /// Only rows in which each of these words occurs. Case, diacritics and punctuation do not matter.
  std::string contains{};
  /// A column's name; with '-' before it, largest first. Empty: in the graph's order.
  std::string sort{};
  std::size_t most = static_cast<std::size_t>(-1);  ///< rows
  Context context{};
};

/// "nodes", "edges", "claims", "documents": by the numbers of Listed.
std::vector<std::string_view> listed_names();

struct ListingAnswer {
  Listed what = Listed::nodes;
  std::size_t rows = 0;      ///< how many there are in the subset
  std::size_t matching = 0;  ///< how many of them contain the words
  std::vector<std::uint32_t>
      shown{};  ///< numbers of the nodes, edges, claims or documents, in order
  std::vector<std::uint32_t> claims{};  ///< for each shown document, how many claims it states
  Subset subset;                        ///< the scope
};

/// Rows are sorted by value for numbers, by first day for dates, byte by byte for texts; unknown is
/// last; ties are in the graph's order. Throws UsageError when `sort` names no column, and Stopped.
/// Cost: O(n). If words are looked for, or rows are sorted, every row is made, and a node's row
/// costs its claims; sorting costs O(n log n) comparisons more. Documents cost a pass over the
/// claims.
ListingAnswer listing(const Subset& scope, const ListingOptions& options);

/// The columns of each listing:
///   nodes:     name, kind, id, edges, documents
///   edges:     from, from_id, relation, to, to_id, claims, documents
///   claims:    from, from_id, relation, to, to_id, document, document_id, date, place, basis, start, end,
///              flow, currency, amount, quote
///   documents: title, publisher, date, claims, url, id; those that state something in the subset
/// The facts `rows` and `matching` are the two counts. Cost: making each row that is shown.
Table table_of(const ListingAnswer& answer, const Context& context = {});

}  // namespace oscegraph
