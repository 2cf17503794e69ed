// SPDX-License-Identifier: Apache-2.0
//
// The native records, one JSON object a line: documents, then nodes, then claims, each in the
// graph's order. What is not known is left out.
#include "oscegraph/exports/graph_writers.hpp"
#include "oscegraph/exports/native_records.hpp"

namespace oscegraph {
namespace {

void append_lines(Output& out, const Graph& graph, const auto& ids, auto append_record) {
  for (const auto id : ids) {
    append_record(out, graph, id, RecordForm::typed);
    out.append('\n');
  }
}

}  // namespace

void write_jsonl(const Subset& subset, const GraphStyle& /*style*/, Output& out,
                 LossReport& losses) {
  const NativeRecords records = native_records(subset);
  append_lines(out, subset.graph(), records.documents, append_document);
  append_lines(out, subset.graph(), records.nodes, append_node);
  append_lines(out, subset.graph(), records.claims, append_claim);
  report_native_losses(subset, losses);
}

}  // namespace oscegraph
