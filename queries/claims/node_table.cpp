// SPDX-License-Identifier: Apache-2.0
//
// Writes a row for each node of a subset, with a column for each node score.
#include "oscegraph/queries/claims/node_table.hpp"

#include <cmath>

#include "oscegraph/queries/labels.hpp"

namespace oscegraph {

Table node_table(const Subset& subset) {
  const Graph& graph = subset.graph();
  Table table;
  table.columns = {
      {"node", ColumnType::text}, detail_column("node_id"), {"kind", ColumnType::text}};
  std::vector<const Score*> scores;
  for (const Score& score : subset.scores()) {
    if (score.of != ScoreOf::node) continue;
    scores.push_back(&score);
    table.columns.push_back({score.name, ColumnType::number});
  }
  for (const NodeId n : subset.nodes()) {
    std::vector<Cell> row{name_cell(graph, n), id_cell(graph, n), kind_cell(graph, n)};
    for (const Score* score : scores) {
      const double value = score->values[n];
      row.push_back(std::isnan(value) ? Cell(std::monostate{}) : Cell(value));
    }
    table.add_row(std::move(row));
  }
  table.notes = subset.notes();
  return table;
}

}  // namespace oscegraph
