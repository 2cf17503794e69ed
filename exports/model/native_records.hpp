// SPDX-License-Identifier: Apache-2.0
//
// The functions that the native formats share (jsonl.cpp, json.cpp, csv_folder.cpp): they decide
// which documents, nodes and claims are written, and write the fields of a claim. The JSON Schema
// of the records is in docs/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/exports/model/graph_format.hpp"
#include "oscegraph/exports/text/json_text.hpp"
#include "oscegraph/graph/record_text.hpp"

namespace oscegraph {

/// The records from which load() makes the subset again: its claims with their documents, its
/// nodes, and the nodes that its claims name as `via`.
struct NativeRecords {
  std::vector<DocumentId> documents;
  IdSet nodes;
  const IdSet& claims;
};
NativeRecords native_records(const Subset& subset);

/// A copy of the subset, with these nodes added.
Subset with_nodes(const Subset& subset, const IdSet& nodes);

/// Reports that scores and notes are not written: they are answers, and native records hold facts.
void report_native_losses(const Subset& subset, LossReport& losses);

/// Whether a field of a claim is a value: not an end, the relation, `via` or the document.
template <typename Described>
inline constexpr bool is_claim_value =
    Described::form != Form::node && Described::form != Form::document &&
    !Described::has(&ClaimValues::relation);

/// Writes the fields for which is_claim_value holds, from the amount to the review.
void append_claim_values(JsonObject& record, const RecordText& claim);

/// typed: with a member "type", for JSON Lines. plain: without it, for the lists of the JSON
/// object.
enum class RecordForm { typed, plain };
void append_document(Output& out, const Graph& graph, DocumentId d, RecordForm form);
void append_node(Output& out, const Graph& graph, NodeId n, RecordForm form);
void append_claim(Output& out, const Graph& graph, ClaimId c, RecordForm form);

/// A node's fields without the braces, for an object that has other members too.
void append_node_fields(JsonObject& object, const Graph& graph, NodeId n);

}  // namespace oscegraph
