// SPDX-License-Identifier: Apache-2.0
//
// The attributes that the nodes, or the edges, of a graph file have, and what each is for us.
//
// Without a mapping the names are those our own exporters write: a node's kind, name, aliases, and
// its attributes under their names; an edge's relation, basis, documents, dates, claim_count and
// amount_eur_committed. With a mapping, what it says. What only shows a graph (colour, size,
// position, weight) is left out.
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

/// What one column, or a text that is the same for all, is for us.
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
  const std::string* constant = nullptr;  ///< instead of a column
};

/// The uses by our own names. `left_out` gets the names of edge columns that are not for us.
std::vector<ColumnUse> own_uses(Scope scope, const std::vector<GraphColumn>& columns,
                                std::vector<std::string>& left_out);

/// The uses a mapping gives to one scope; empty when it says nothing of it. `missing` gets a problem for
/// each column that is not there, naming those that are.
std::vector<ColumnUse> mapped_uses(Scope scope, const std::vector<GraphColumn>& columns,
                                   const Mapping& map, const std::string& file,
                                   std::vector<Problem>& missing);

/// The last of that name: what a file declares comes after what its format has by itself.
std::optional<std::size_t> find_column(const std::vector<GraphColumn>& columns,
                                       std::string_view name);

/// For messages: each name once.
std::vector<std::string_view> column_names(const std::vector<GraphColumn>& columns);

/// "amount_eur_committed" -> committed EUR.
std::optional<LedgerKey> amount_column(std::string_view name);

}  // namespace oscegraph
