// SPDX-License-Identifier: Apache-2.0
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

Cell each_cell(std::size_t bytes, std::size_t count) {
  if (count == 0) return {};
  return static_cast<double>(bytes) / static_cast<double>(count);
}

/// What one of the things costs, its texts apart.
Cell share_of(const Graph& graph, std::string_view thing) {
  std::size_t bytes = 0;
  for (const MemoryUse& use : graph.memory())
    if (use.of == thing) bytes += use.bytes;
  return each_cell(bytes, count_of(graph, thing));
}

}  // namespace

Answer memory(const Subset& scope) {
  const Graph& graph = scope.graph();
  Table table;
  table.facts = {{"bytes", count_cell(graph.byte_size())},
                 {"for each node", share_of(graph, "node")},
                 {"for each edge", share_of(graph, "edge")},
                 {"for each claim", share_of(graph, "claim")},
                 {"all of it, for each claim", each_cell(graph.byte_size(), graph.claim_count())}};
  table.columns = {{"of", ColumnType::text},
                   {"what", ColumnType::text},
                   {"bytes", ColumnType::integer},
                   {"bytes_each", ColumnType::number}};
  for (const MemoryUse& use : graph.memory())
    table.add_row({text_cell(use.of), text_cell(use.what), count_cell(use.bytes),
                   each_cell(use.bytes, count_of(graph, use.of))});
  return {std::move(table), scope};
}

}  // namespace oscegraph
