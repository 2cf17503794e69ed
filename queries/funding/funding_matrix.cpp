// SPDX-License-Identifier: Apache-2.0
//
// Writes the matrix. A column is named after the part of the office's id behind the colon, or after
// the whole id if these parts are not all different.
#include "oscegraph/queries/funding/funding_matrix.hpp"

#include <algorithm>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

/// Short names for the columns of a matrix: what follows the colon of the id ("office:dushanbe"),
/// or the whole id when that would not tell them apart, or from the first columns.
std::vector<std::string> short_names(const Graph& graph, const std::vector<NodeId>& offices,
                                     const std::string& first) {
  std::vector<std::string> ids;
  std::vector<std::string> names;
  for (const NodeId n : offices) {
    const std::string_view id = graph.node_id(n);
    ids.emplace_back(id);
    names.emplace_back(id.substr(id.find(':') + 1));
  }
  std::vector<std::string> sorted = names;
  sorted.push_back(first);
  sorted.push_back(first + "_id");
  std::ranges::sort(sorted);
  const bool unclear =
      std::ranges::adjacent_find(sorted) != sorted.end() ||
      std::ranges::any_of(names, [](const std::string& name) { return name.empty(); });
  return unclear ? ids : names;
}

std::string legend(const Graph& graph, const std::vector<NodeId>& offices,
                   const std::vector<std::string>& names) {
  std::vector<std::string> entries;
  for (std::size_t i = 0; i < offices.size(); ++i)
    entries.push_back(names[i] + " is " + display_name(graph, offices[i]));
  return "Columns: " + join(entries, "; ") + '.';
}

IdSet offices_of(const FundingAnswer& answer) {
  IdSet offices(answer.subset.graph().node_count());
  for (const FundingRow& row : answer.rows) offices.insert(row.office);
  return offices;
}

}  // namespace

Table funding_matrix(const FundingAnswer& answer) {
  const Graph& graph = answer.subset.graph();
  const NameRanks ranks(graph, offices_of(answer));
  const std::vector<NodeId>& offices = ranks.nodes();
  const std::string first = answer.payers_are_states ? "state" : "funder";
  const std::vector<std::string> names = short_names(graph, offices, first);
  Table table;
  table.columns = {{first, ColumnType::text}, detail_column(first + "_id")};
  for (const std::string& name : names) table.columns.push_back({name, ColumnType::integer});
  if (!offices.empty()) table.notes.push_back(legend(graph, offices, names));

  NodeId payer = none;
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    const FundingRow& row = answer.rows[i];
    if (row.payer != payer) {
      payer = row.payer;
      std::vector<Cell> cells{name_cell(graph, payer), id_cell(graph, payer)};
      cells.resize(2 + offices.size());
      table.add_row(std::move(cells));
    }
    const std::size_t projects = answer.projects.of(i).size();
    table.rows.back()[2 + ranks.place(row.office)] = count_cell(std::max<std::size_t>(projects, 1));
  }
  return table;
}

}  // namespace oscegraph
