// SPDX-License-Identifier: Apache-2.0
//
// Writes the native records as JSON Lines, one JSON object a line: documents, then nodes, then
// claims, each in the order of the graph. Unknown values are left out.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/output/append_in_parts.hpp"

namespace oscegraph {
namespace {

void append_line(Output& out, const Graph& graph, std::uint32_t id, auto append_record) {
  append_record(out, graph, id, RecordForm::typed);
  out.append('\n');
}

}  // namespace

void write_jsonl(const Subset& subset, const GraphStyle& /*style*/, Output& out,
                 LossReport& losses) {
  const NativeRecords records = native_records(subset);
  const Graph& graph = subset.graph();
  for (const DocumentId d : records.documents) append_line(out, graph, d, append_document);
  append_in_parts(out, records.nodes, [&](std::span<const NodeId> part, Output& text) {
    for (const NodeId n : part) append_line(text, graph, n, append_node);
  });
  append_in_parts(out, records.claims, [&](std::span<const ClaimId> part, Output& text) {
    for_each_claim(graph, part, [&](ClaimId c) { append_line(text, graph, c, append_claim); });
  });
  report_native_losses(subset, losses);
}

}  // namespace oscegraph
