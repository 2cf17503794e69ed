// SPDX-License-Identifier: Apache-2.0
//
// Writes three tables, nodes.csv, edges.csv and evidence.csv, for Gephi's "Import spreadsheet" and
// for other programs that join tables. Gephi recognises its own columns by their headers (Id,
// Label, Source, Target, Type, Kind, Weight) and keeps the other columns as data; Kind keeps
// parallel edges apart. Gephi reads a backslash as an escape, and loses the whole table when a
// quoted field ends with a backslash (P50 in docs/graph-files.md). Therefore backslashes are
// doubled in nodes.csv and edges.csv.
//
// evidence.csv has a row for each claim: the id of its edge, the claim's fields, and those of its
// document. It is for looking things up, not for import.
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/model/node_properties.hpp"
#include "oscegraph/exports/text/csv_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// Writes a field for Gephi, with its backslashes doubled (P50).
void gephi_field(CsvRow& row, std::string_view text) {
  if (text.find('\\') == std::string_view::npos) {
    row.field(text);
    return;
  }
  std::string doubled;
  for (const char c : text) {
    if (c == '\\') doubled += c;
    doubled += c;
  }
  row.field(doubled);
}

void write_header(CsvRow& row, std::initializer_list<std::string_view> own,
                  const std::vector<Property>& columns) {
  for (const std::string_view name : own) row.field(name);
  for (const Property& column : columns) gephi_field(row, column.name);
  row.end();
}

void write_nodes(const Subset& subset, Output& out, LossReport& losses) {
  const NodeProperties properties(subset, losses);
  CsvRow row(out);
  write_header(row, {"Id", "Label"}, properties.columns());
  PropertyRow values;
  PropertyText text;
  for (const NodeId n : subset.nodes()) {
    gephi_field(row, subset.graph().node_id(n));
    gephi_field(row, subset.graph().node_name(n));
    properties.read(n, values);
    for (const PropertyCell& value : values) gephi_field(row, text(value));
    row.end();
  }
}

void write_edges(const Subset& subset, Output& out, LossReport& losses) {
  const Graph& graph = subset.graph();
  const EdgeProperties properties(subset, losses, ClaimsKept::yes);
  CsvRow row(out);
  write_header(row, {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight"},
               properties.columns());
  PropertyRow values;
  PropertyText text;
  for (const EdgeId e : subset.edges()) {
    const std::string_view relation = name_of(graph.edge_relation(e));
    gephi_field(row, graph.node_id(graph.edge_from(e)));
    gephi_field(row, graph.node_id(graph.edge_to(e)));
    row.field("Directed").field(relation).field(edge_id(e)).field(relation);
    row.field(to_text(edge_weight(subset, e)));
    properties.read(e, values);
    for (const PropertyCell& value : values) gephi_field(row, text(value));
    row.end();
  }
}

/// Whether the field of the document gets a column: all but its id, which is the claim's
/// `document`.
constexpr bool describes_document(const FieldRow& field) { return field.field != Field::id; }

/// evidence.csv has the columns of claims and of documents, so their names must differ.
constexpr bool names_are_different() {
  for (const FieldRow& claim : rows_of(claim_fields))
    for (const FieldRow& document : rows_of(document_fields))
      if (describes_document(document) && claim.name == document.name) return false;
  return true;
}
static_assert(names_are_different());

void write_evidence(const Subset& subset, Output& out) {
  const Graph& graph = subset.graph();
  CsvRow row(out);
  row.field("edge_id");
  for_each_field(claim_fields, [&](const FieldRow& field) { row.field(field.name); });
  for_each_field(document_fields, [&](const FieldRow& field) {
    if (describes_document(field)) row.field(field.name);
  });
  row.end();
  RecordText claim(graph);
  RecordText document(graph);
  for (const ClaimId c : subset.claims()) {
    claim.read_claim(c);
    document.read_document(graph.claim_document(c));
    row.field(edge_id(graph.claim_edge(c)));
    for_each_field(claim_fields, [&](const FieldRow& field) { row.field(claim[field.field]); });
    for_each_field(document_fields, [&](const FieldRow& field) {
      if (describes_document(field)) row.field(document[field.field]);
    });
    row.end();
  }
}

}  // namespace

void write_csv_gephi(const Subset& subset, const GraphStyle& /*style*/, OutputFolder& folder,
                     LossReport& losses) {
  write_nodes(subset, folder.file("nodes.csv"), losses);
  write_edges(subset, folder.file("edges.csv"), losses);
  write_evidence(subset, folder.file("evidence.csv"));
}

}  // namespace oscegraph
