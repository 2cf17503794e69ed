// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphs/json/jsonl_parts.hpp"

#include "oscegraph/exports/model/native_records.hpp"

namespace oscegraph {
namespace {

StableHash::Value hash_of(std::string_view id) { return StableHash().add(id).value(); }

}  // namespace

void JsonlParts::write(const Graph& graph) {
  IdSet is_new(graph.document_count());
  for (const DocumentId d : graph.documents()) {
    if (!documents_.insert(hash_of(graph.document_id(d))).second) continue;
    is_new.insert(d);
    append_document(out_, graph, d, RecordForm::typed);
    out_.append('\n');
  }
  for (const NodeId n : graph.nodes()) {
    if (!nodes_.insert(hash_of(graph.node_id(n))).second) continue;
    append_node(out_, graph, n, RecordForm::typed);
    out_.append('\n');
  }
  for (const ClaimId c : graph.claims()) {
    if (!is_new.contains(graph.claim_document(c))) continue;
    ++claims_;
    append_claim(out_, graph, c, RecordForm::typed);
    out_.append('\n');
  }
}

}  // namespace oscegraph
