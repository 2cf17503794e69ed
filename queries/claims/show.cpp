// SPDX-License-Identifier: Apache-2.0
//
// Collects the claims of all edges that touch the node, and writes them below what the graph stores
// about the node.
#include "oscegraph/queries/claims/show.hpp"

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/queries/claims/claim_columns.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {
namespace {

Cell attribute_cell(const Attribute& attribute) {
  if (attribute.type == AttributeType::boolean) return attribute.value == "true";
  return text_cell(attribute.value);  // numbers stay as the document wrote them
}

std::vector<std::pair<std::string, Cell>> facts_of(const Graph& graph, NodeId node) {
  std::vector<std::pair<std::string, Cell>> facts{{"id", id_cell(graph, node)},
                                                  {"kind", kind_cell(graph, node)},
                                                  {"name", name_cell(graph, node)}};
  if (const auto aliases = graph.aliases(node); !aliases.empty())
    facts.emplace_back("also called", std::vector<std::string>(aliases.begin(), aliases.end()));
  for (const Attribute& attribute : graph.attributes(node))
    facts.emplace_back(attribute.name, attribute_cell(attribute));
  return facts;
}

}  // namespace

ShowAnswer show(const Subset& scope, NodeId node) {
  require_node(scope, node);
  ShowAnswer answer{.node = node, .subset = Subset(scope.graph())};
  answer.subset.insert_node(node);
  for_each_edge(scope, node, Direction::both, [&](EdgeId e, NodeId) {
    const std::vector<ClaimId> claims = scope.claims_of(e);
    answer.claims.insert(answer.claims.end(), claims.begin(), claims.end());
    answer.subset.insert_edge(e, scope);
  });
  return answer;
}

Table table_of(const ShowAnswer& answer, const Context& context) {
  PeriodicCheck check(context);
  const Graph& graph = answer.subset.graph();
  Table table;
  table.title = display_name(graph, answer.node);
  table.facts = facts_of(graph, answer.node);
  table.columns = {{"relation", ColumnType::text},
                   {"node", ColumnType::text},
                   detail_column("node_id"),
                   {"kind", ColumnType::text}};
  const std::size_t own_columns = table.columns.size();
  table.columns.insert(table.columns.end(), claim_columns().begin(), claim_columns().end());
  for (const ClaimId c : answer.claims) {
    check.count();
    const EdgeId edge = graph.claim_edge(c);
    const NodeId other = graph.other_end(edge, answer.node);
    const Direction seen = graph.edge_from(edge) == answer.node ? Direction::out : Direction::in;
    std::vector<Cell> row{relation_words(graph.edge_relation(edge), seen), name_cell(graph, other),
                          id_cell(graph, other), kind_cell(graph, other)};
    append_claim(graph, c, row);
    table.add_row(std::move(row));
  }
  if (table.rows.empty()) table.notes.emplace_back("No document connects it with anything here.");
  drop_unknown_columns(table, own_columns);
  return table;
}

}  // namespace oscegraph
