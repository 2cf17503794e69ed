// SPDX-License-Identifier: Apache-2.0
//
// What the native formats (jsonl.cpp, json.cpp, csv_folder.cpp) share: which documents, nodes and
// claims they carry, and how a claim's fields are worded. docs/ has the JSON Schema.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/exports/model/graph_format.hpp"
#include "oscegraph/exports/text/json_text.hpp"
#include "oscegraph/graph/record_text.hpp"

namespace oscegraph {

/// The records that make the subset whole again when read back: its claims with their documents, and
/// its nodes together with those its claims name as `via`.
struct NativeRecords {
  std::vector<DocumentId> documents;
  IdSet nodes;
  const IdSet& claims;
};
NativeRecords native_records(const Subset& subset);

/// The subset with more nodes.
Subset with_nodes(const Subset& subset, const IdSet& nodes);

/// Native records state facts; scores and notes are answers and stay behind.
void report_native_losses(const Subset& subset, LossReport& losses);

/// Whether a described field is what a claim says beside whom and which document it is about.
template <typename Described>
inline constexpr bool is_claim_value =
    Described::form != Form::node && Described::form != Form::document &&
    !Described::has(&ClaimValues::relation);

/// Those fields, from its amount to its review.
void append_claim_values(JsonObject& record, const RecordText& claim);

/// How a record is written in JSON Lines, with its "type", or in a typed list of the JSON object.
enum class RecordForm { typed, plain };
void append_document(Output& out, const Graph& graph, DocumentId d, RecordForm form);
void append_node(Output& out, const Graph& graph, NodeId n, RecordForm form);
void append_claim(Output& out, const Graph& graph, ClaimId c, RecordForm form);

/// A node's fields, for an object that holds more than a record does.
void append_node_fields(JsonObject& object, const Graph& graph, NodeId n);

}  // namespace oscegraph
