// SPDX-License-Identifier: Apache-2.0
//
// Divides the bytes of the columns by the numbers of nodes, edges, claims, documents and strings.
#include "oscegraph/queries/claims/memory.hpp"

namespace oscegraph {
namespace {

std::size_t count_of(const Graph& graph, std::string_view thing) {
  if (thing == "node") return graph.node_count();
  if (thing == "edge") return graph.edge_count();
  if (thing == "claim") return graph.claim_count();
  if (thing == "document") return graph.document_count();
  return graph.string_count();
}

std::optional<double> each(std::size_t bytes, std::size_t count) {
  if (count == 0) return std::nullopt;
  return static_cast<double>(bytes) / static_cast<double>(count);
}

/// What one of the things costs, its texts apart.
std::optional<double> share_of(const Graph& graph, std::string_view thing) {
  std::size_t bytes = 0;
  for (const MemoryUse& use : graph.memory())
    if (use.of == thing) bytes += use.bytes;
  return each(bytes, count_of(graph, thing));
}

Cell number_cell(std::optional<double> number) { return number ? Cell(*number) : Cell(); }

}  // namespace

MemoryAnswer memory(const Subset& scope) {
  const Graph& graph = scope.graph();
  return {.bytes = graph.byte_size(),
          .uses = graph.memory(),
          .node = share_of(graph, "node"),
          .edge = share_of(graph, "edge"),
          .claim = share_of(graph, "claim"),
          .all_by_claim = each(graph.byte_size(), graph.claim_count()),
          .subset = scope};
}

Table table_of(const MemoryAnswer& answer, const Context& /*context*/) {
  Table table;
  table.facts = {{"bytes", count_cell(answer.bytes)},
                 {"for each node", number_cell(answer.node)},
                 {"for each edge", number_cell(answer.edge)},
                 {"for each claim", number_cell(answer.claim)},
                 {"all of it, for each claim", number_cell(answer.all_by_claim)}};
  table.columns = {{"of", ColumnType::text},
                   {"what", ColumnType::text},
                   {"bytes", ColumnType::integer},
                   {"bytes_each", ColumnType::number}};
  for (const MemoryUse& use : answer.uses)
    table.add_row({text_cell(use.of), text_cell(use.what), count_cell(use.bytes),
                   number_cell(each(use.bytes, count_of(answer.subset.graph(), use.of)))});
  return table;
}

}  // namespace oscegraph
