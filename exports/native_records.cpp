// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/native_records.hpp"

#include "oscegraph/exports/json_text.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

JsonObject begin_record(Output& out, std::string_view type, RecordForm form) {
  JsonObject record(out);
  if (form == RecordForm::typed) record.text("type", type);
  return record;
}

/// A number or boolean is written bare only when JSON reads it as one; else its text is kept.
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

ClaimText claim_text(const Graph& graph, ClaimId c) {
  const Claim claim = graph.claim(c);
  ClaimText text;
  text.from = graph.node_id(graph.edge_from(claim.edge));
  text.relation = name_of(graph.edge_relation(claim.edge));
  text.to = graph.node_id(graph.edge_to(claim.edge));
  text.document = graph.document_id(claim.document);
  if (claim.via != none) text.via = graph.node_id(claim.via);
  if (claim.amount) {
    text.amount = claim.amount->decimal();
    text.currency = claim.amount->currency.code();
  }
  if (claim.flow != Flow::unknown) text.flow = name_of(claim.flow);
  text.start = claim.period.start.text();
  text.end = claim.period.end.text();
  text.share = share_text(claim.share);
  text.locator = claim.locator;
  text.quote = claim.quote;
  text.basis = name_of(claim.basis);
  text.rule = claim.rule;
  text.reviewed = name_of(claim.review);
  return text;
}

void append_document(Output& out, const Graph& graph, DocumentId d, RecordForm form) {
  const Document document = graph.document(d);
  JsonObject record = begin_record(out, "document", form);
  record.text("id", document.id);
  record.known_text("title", document.title);
  record.known_text("publisher", document.publisher);
  record.known_text("date", document.date.text());
  record.known_text("url", document.url);
  record.known_text("file", document.file);
  record.known_text("checksum", document.checksum);
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

void append_claim_values(JsonObject& record, const ClaimText& claim) {
  record.known_text("amount", claim.amount);
  record.known_text("currency", claim.currency);
  record.known_text("flow", claim.flow);
  record.known_text("start", claim.start);
  record.known_text("end", claim.end);
  record.known_text("share", claim.share);
  record.known_text("locator", claim.locator);
  record.known_text("quote", claim.quote);
  record.text("basis", claim.basis);
  record.known_text("rule", claim.rule);
  record.known_text("reviewed", claim.reviewed);
}

void append_claim(Output& out, const Graph& graph, ClaimId c, RecordForm form) {
  const ClaimText claim = claim_text(graph, c);
  JsonObject record = begin_record(out, "claim", form);
  record.text("from", claim.from);
  record.text("relation", claim.relation);
  record.text("to", claim.to);
  record.text("document", claim.document);
  record.known_text("via", claim.via);
  append_claim_values(record, claim);
  record.end();
}

}  // namespace oscegraph
