// SPDX-License-Identifier: Apache-2.0
//
// Decides how each attribute of the nodes or edges of a graph file is used: as a field, as an
// alias, as an amount, and so on. The decision follows our own names or a mapping.
//
// Without a mapping, by the names that our exporters write: a node's kind, name, aliases, and
// attributes under their own names; an edge's relation, basis, documents, dates, claim_count and
// amount_eur_committed. With a mapping, by the mapping. What only controls drawing (colour, size,
// position, weight) is ignored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/ledger.hpp"
#include "oscegraph/loader/graphs/graph_element.hpp"
#include "oscegraph/loader/records/record.hpp"
#include "oscegraph/loader/tables/mapping.hpp"

namespace oscegraph {

struct GraphColumn {
  std::string name;
  ValueType type = ValueType::text;
};

/// The use of one column, or of a constant text that stands for a column.
struct ColumnUse {
  enum class As : std::uint8_t {
    field,
    aliases,
    attribute,
    amount,
    claim_count,
    documents,
    document_dates
  };
  As as = As::field;
  Field field = Field::id;
  std::string attribute{};
  LedgerKey key{};  ///< of an amount
  std::size_t column = 0;
  const std::string* constant = nullptr;  ///< used instead of a column
};

/// The uses by our own names. `left_out` receives the names of edge columns that are not used.
std::vector<ColumnUse> own_uses(Scope scope, const std::vector<GraphColumn>& columns,
                                std::vector<std::string>& left_out);

/// The uses that a mapping gives to one scope; empty when it says nothing about it. `missing`
/// receives a problem for each mapped column that does not exist, with the names of those that do.
std::vector<ColumnUse> mapped_uses(Scope scope, const std::vector<GraphColumn>& columns,
                                   const Mapping& map, const std::string& file,
                                   std::vector<Problem>& missing);

/// The last column of that name: one that the file declares comes after the built-in ones.
std::optional<std::size_t> find_column(const std::vector<GraphColumn>& columns,
                                       std::string_view name);

/// The names for messages, each once.
std::vector<std::string_view> column_names(const std::vector<GraphColumn>& columns);

/// "amount_eur_committed" -> committed EUR.
std::optional<LedgerKey> amount_column(std::string_view name);

}  // namespace oscegraph
