// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/native_records.hpp"

#include "oscegraph/exports/text/json_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

JsonObject begin_record(Output& out, std::string_view type, RecordForm form) {
  JsonObject record(out);
  if (form == RecordForm::typed) record.text("type", type);
  return record;
}

/// Whether the attribute is a number or boolean that is also valid JSON: then it is written bare,
/// else as a string.
bool is_bare_json(const Attribute& attribute) {
  switch (attribute.type) {
    case AttributeType::text: return false;
    case AttributeType::number: return is_json_number(attribute.value);
    case AttributeType::boolean: return attribute.value == "true" || attribute.value == "false";
  }
  return false;
}

void append_attributes(Output& out, const std::vector<Attribute>& attributes) {
  JsonObject object(out);
  for (const Attribute& attribute : attributes) {
    if (is_bare_json(attribute)) object.member(attribute.name).append(attribute.value);
    else object.text(attribute.name, attribute.value);
  }
  object.end();
}

}  // namespace

NativeRecords native_records(const Subset& subset) {
  NativeRecords records{subset.documents(), subset.nodes(), subset.claims()};
  for (const ClaimId c : subset.claims())
    if (const NodeId via = subset.graph().claim(c).via; via != none) records.nodes.insert(via);
  return records;
}

Subset with_nodes(const Subset& subset, const IdSet& nodes) {
  Subset more = subset;
  for (const NodeId n : nodes) more.insert_node(n);
  return more;
}

void report_native_losses(const Subset& subset, LossReport& losses) {
  for (const Score& score : subset.scores())
    losses.add({.count = 1,
                .what = "score",
                .fate = "dropped",
                .why = "this format holds what documents say",
                .items = {score.name}});
}

namespace {

/// Leaves the member out when its value is empty, unless every record must have the field.
void append_field(JsonObject& record, const FieldRow& field, const RecordText& text) {
  if (field.required) record.text(field.name, text[field.field]);
  else record.known_text(field.name, text[field.field]);
}

}  // namespace

void append_document(Output& out, const Graph& graph, DocumentId d, RecordForm form) {
  RecordText text(graph);
  text.read_document(d);
  JsonObject record = begin_record(out, "document", form);
  for_each_field(document_fields, [&](auto field) { append_field(record, field, text); });
  record.end();
}

void append_node_fields(JsonObject& object, const Graph& graph, NodeId n) {
  object.text("id", graph.node_id(n));
  object.text("kind", name_of(graph.node_kind(n)));
  object.text("name", graph.node_name(n));
  if (const auto aliases = graph.aliases(n); !aliases.empty())
    append_json_strings(object.member("aliases"), aliases);
  if (const auto attributes = graph.attributes(n); !attributes.empty())
    append_attributes(object.member("attributes"), attributes);
}

void append_node(Output& out, const Graph& graph, NodeId n, RecordForm form) {
  JsonObject record = begin_record(out, "node", form);
  append_node_fields(record, graph, n);
  record.end();
}

void append_claim_values(JsonObject& record, const RecordText& claim) {
  for_each_field(claim_fields, [&](auto field) {
    if constexpr (is_claim_value<decltype(field)>) append_field(record, field, claim);
  });
}

void append_claim(Output& out, const Graph& graph, ClaimId c, RecordForm form) {
  RecordText text(graph);
  text.read_claim(c);
  JsonObject record = begin_record(out, "claim", form);
  for_each_field(claim_fields, [&](auto field) { append_field(record, field, text); });
  record.end();
}

}  // namespace oscegraph
