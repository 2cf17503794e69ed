// SPDX-License-Identifier: Apache-2.0
//
// Fills the columns of a claim from the graph, and removes the columns that are unknown in every
// row.
#include "oscegraph/queries/claims/claim_columns.hpp"

#include <algorithm>

#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

bool unknown(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

Cell share_cell(ShareMillionths share) {
  if (share == no_share) return std::monostate{};
  return share / 1e6;
}

}  // namespace

const std::vector<Column>& claim_columns() {
  static const std::vector<Column> columns{
      {"document", ColumnType::text}, detail_column("document_id"),   {"date", ColumnType::date},
      detail_column("publisher"),     {"place", ColumnType::text},    {"basis", ColumnType::text},
      {"period", ColumnType::text},   {"via", ColumnType::text},      {"flow", ColumnType::text},
      {"amount", ColumnType::money},  {"currency", ColumnType::text}, {"share", ColumnType::number},
      {"quote", ColumnType::text},    {"review", ColumnType::text}};
  return columns;
}

void append_claim(const Graph& graph, ClaimId id, std::vector<Cell>& row) {
  const Claim claim = graph.claim(id);
  const Document document = graph.document(claim.document);
  const auto put = [&](Cell cell) { row.push_back(std::move(cell)); };
  put(display_title(graph, claim.document));
  put(text_cell(document.id));
  put(date_cell(document.date));
  put(text_cell(document.publisher));
  put(text_cell(claim.locator));
  put(text_cell(name_of(claim.basis)));
  put(text_cell(period_words(claim.period)));
  put(claim.via == none ? Cell{} : name_cell(graph, claim.via));
  put(claim.flow == Flow::unknown ? Cell{} : text_cell(name_of(claim.flow)));
  put(claim.amount ? Cell(*claim.amount) : Cell{});
  put(claim.amount ? text_cell(claim.amount->currency.code()) : Cell{});
  put(share_cell(claim.share));
  put(text_cell(claim.quote));
  put(text_cell(name_of(claim.review)));
}

void drop_unknown_columns(Table& table, std::size_t kept) {
  for (std::size_t i = table.columns.size(); i-- > kept;) {
    const bool all_unknown =
        std::ranges::all_of(table.rows, [&](const auto& row) { return unknown(row[i]); });
    if (!all_unknown) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
  }
}

}  // namespace oscegraph
