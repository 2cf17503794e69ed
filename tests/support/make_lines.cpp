// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/tests/support/make_lines.hpp"

#include <algorithm>
#include <stdexcept>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::test {
namespace {

struct CellText {
  std::string operator()(std::monostate /*unknown*/) const { return "-"; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const std::vector<std::string>& list) const { return join(list, ", "); }
  std::string operator()(std::int64_t number) const { return to_text(number); }
  std::string operator()(double number) const { return to_text(number); }
  std::string operator()(bool value) const { return value ? "yes" : "no"; }
  std::string operator()(Date date) const { return date.text(); }
  std::string operator()(const Money& money) const { return money.decimal(); }
};

}  // namespace

std::string lines(const Table& table, const std::vector<std::string>& columns) {
  std::vector<std::size_t> chosen;
  for (const std::string& name : columns) {
    const auto column = std::ranges::find(table.columns, name, &Column::name);
    if (column == table.columns.end()) throw std::invalid_argument("no column " + name);
    chosen.push_back(static_cast<std::size_t>(column - table.columns.begin()));
  }
  std::string result = join(columns, " | ") + '\n';
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const std::size_t i : chosen) cells.push_back(std::visit(CellText{}, row.at(i)));
    result += join(cells, " | ") + '\n';
  }
  return result;
}

std::string lines(const Table& table) {
  std::vector<std::string> columns;
  for (const Column& column : table.columns) columns.push_back(column.name);
  return lines(table, columns);
}

std::string note_lines(const Table& table) {
  std::string result;
  for (const std::string& note : table.notes) result += note + '\n';
  return result;
}

std::string node_ids(const Subset& subset) {
  std::vector<std::string_view> ids;
  for (const NodeId n : subset.nodes()) ids.push_back(subset.graph().node_id(n));
  return join(ids, " ");
}

std::string edge_lines(const Subset& subset) {
  const Graph& graph = subset.graph();
  std::string result;
  for (const EdgeId e : subset.edges())
    result += std::string(graph.node_id(graph.edge_from(e))) + ' ' +
              std::string(name_of(graph.edge_relation(e))) + ' ' +
              std::string(graph.node_id(graph.edge_to(e))) + '\n';
  return result;
}

}  // namespace oscegraph::test
