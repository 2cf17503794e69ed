// SPDX-License-Identifier: Apache-2.0
//
// Decides from all rows which columns there are, and then writes the rows on several threads.
#include "oscegraph/queries/funding/funding_table.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/queries/funding/funding_group.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

/// A flow and currency that some row has a sum of, with a column for the highest reading where
/// documents disagree on any.
struct MoneyColumn {
  LedgerKey key;
  bool disputed = false;
};

struct ListColumn {
  std::string name;
  const Groups<NodeId>* nodes;
};

/// What the columns show, in this order; documents and dates follow.
struct Layout {
  std::vector<FundingPart> keys;
  std::vector<ListColumn> lists;
  bool direct = false;
  std::vector<ListColumn> others;  ///< lists that only some answers have
  std::vector<MoneyColumn> money;
};

std::string name_of(FundingPart part, const FundingAnswer& answer) {
  switch (part) {
    case FundingPart::payer: return answer.payers_are_states ? "state" : "funder";
    case FundingPart::project: return "project";
    case FundingPart::office: break;
  }
  return "office";
}

const Groups<NodeId>& list_of(FundingPart part, const FundingAnswer& answer) {
  switch (part) {
    case FundingPart::payer: return answer.payers;
    case FundingPart::project: return answer.projects;
    case FundingPart::office: break;
  }
  return answer.offices;
}

/// A funder that is no State is shown with its kind.
bool shows_kind(FundingPart part, const FundingAnswer& answer) {
  return part == FundingPart::payer && !answer.payers_are_states;
}

/// In order of key, as each row's sums are.
std::vector<MoneyColumn> money_columns(const std::vector<FundingRow>& rows) {
  std::vector<MoneyColumn> columns;
  for (const FundingRow& row : rows) {
    auto at = columns.begin();
    for (const auto& [key, amount] : row.money.sums()) {
      while (at != columns.end() && at->key != key && at->key < key) ++at;
      if (at == columns.end() || at->key != key) at = columns.insert(at, {key});
      at->disputed = at->disputed || amount.low != amount.high;
    }
  }
  return columns;
}

Layout layout_of(const FundingAnswer& answer) {
  const FundingShape& shape = shape_of(answer.by);
  Layout layout;
  layout.keys = shape.keys;
  for (const FundingPart part : shape.lists)
    layout.lists.push_back({name_of(part, answer) + "s", &list_of(part, answer)});
  layout.direct = std::ranges::any_of(answer.rows, &FundingRow::direct);
  if (!answer.other_recipients.empty())
    layout.others.push_back({"other_recipients", &answer.other_recipients});
  if (!answer.through.empty()) layout.others.push_back({"through", &answer.through});
  layout.money = money_columns(answer.rows);
  return layout;
}

std::vector<Column> columns_of(const FundingAnswer& answer, const Layout& layout) {
  std::vector<Column> columns;
  for (const FundingPart part : layout.keys) {
    columns.push_back({name_of(part, answer), ColumnType::text});
    columns.push_back(detail_column(name_of(part, answer) + "_id"));
    if (shows_kind(part, answer)) columns.push_back({"kind", ColumnType::text});
  }
  for (const ListColumn& list : layout.lists) columns.push_back({list.name, ColumnType::list});
  if (layout.direct) columns.push_back({"direct", ColumnType::boolean});
  for (const ListColumn& list : layout.others) columns.push_back({list.name, ColumnType::list});
  for (const auto& [key, disputed] : layout.money) {
    columns.push_back({column_name(key), ColumnType::money});
    if (disputed) columns.push_back({column_name(key) + "_max", ColumnType::money});
  }
  columns.push_back({"documents", ColumnType::integer});
  columns.push_back({"first", ColumnType::date});
  columns.push_back({"last", ColumnType::date});
  return columns;
}

void add_money(const Ledger::Sums& sums, const std::vector<MoneyColumn>& columns,
               std::vector<Cell>& cells) {
  auto at = sums.begin();
  for (const auto& [key, disputed] : columns) {
    const bool known = at != sums.end() && at->first == key;
    const auto add = [&](std::int64_t minor) {
      cells.push_back(known ? Cell(Money{minor, key.currency}) : Cell());
    };
    add(known ? at->second.low : 0);
    if (disputed) add(known ? at->second.high : 0);
    if (known) ++at;
  }
}

/// In the order of columns_of().
void add_cells(const FundingAnswer& answer, const Layout& layout, std::size_t number,
               std::vector<Cell>& cells) {
  const Graph& graph = answer.subset.graph();
  const FundingRow& row = answer.rows[number];
  for (const FundingPart part : layout.keys) {
    const NodeId node = node_of(row, part);
    cells.push_back(name_cell(graph, node));
    cells.push_back(id_cell(graph, node));
    if (shows_kind(part, answer)) cells.push_back(kind_cell(graph, node));
  }
  for (const ListColumn& list : layout.lists)
    cells.push_back(names_cell(graph, list.nodes->of(number)));
  if (layout.direct) cells.emplace_back(row.direct);
  for (const ListColumn& list : layout.others)
    cells.push_back(names_cell(graph, list.nodes->of(number)));
  add_money(row.money.sums(), layout.money, cells);
  cells.push_back(count_cell(row.documents));
  cells.push_back(date_cell(row.time.first()));
  cells.push_back(date_cell(row.time.last()));
}

}  // namespace

Table funding_table(const FundingAnswer& answer, const Context& context) {
  constexpr std::size_t grain = 1024;
  const Layout layout = layout_of(answer);
  Table table;
  table.columns = columns_of(answer, layout);
  table.rows.resize(answer.rows.size());
  parallel_ranges(table.rows.size(), grain, context,
                  [&](std::size_t first, std::size_t last, unsigned) {
                    for (std::size_t i = first; i < last; ++i) {
                      table.rows[i].reserve(table.columns.size());
                      add_cells(answer, layout, i, table.rows[i]);
                    }
                  });
  return table;
}

}  // namespace oscegraph
