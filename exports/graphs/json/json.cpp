// SPDX-License-Identifier: Apache-2.0
//
// Writes the native records as one JSON object with three lists. Each record is on a line of its
// own, so that the difference between two files is readable.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/native_records.hpp"

namespace oscegraph {
namespace {

void append_list(Output& out, std::string_view name, const Graph& graph, const auto& ids,
                 auto append_record) {
  out.append(",\n\"");
  out.append(name);
  out.append("\":[");
  bool first = true;
  for (const auto id : ids) {
    out.append(first ? "\n" : ",\n");
    first = false;
    append_record(out, graph, id, RecordForm::plain);
  }
  out.append(']');
}

}  // namespace

void write_json(const Subset& subset, const GraphStyle& /*style*/, Output& out,
                LossReport& losses) {
  const NativeRecords records = native_records(subset);
  out.append("{\"oscegraph\":1");
  append_list(out, "documents", subset.graph(), records.documents, append_document);
  append_list(out, "nodes", subset.graph(), records.nodes, append_node);
  append_list(out, "claims", subset.graph(), records.claims, append_claim);
  out.append("}\n");
  report_native_losses(subset, losses);
}

}  // namespace oscegraph
