// SPDX-License-Identifier: Apache-2.0
//
// Three tables for Gephi's "Import spreadsheet", and for anybody who joins tables: nodes.csv,
// edges.csv and evidence.csv. Gephi knows its own columns by their headers (Id, Label, Source,
// Target, Type, Kind, Weight) and takes the others as they are; Kind keeps parallel edges apart.
// It reads a backslash as an escape, and loses the whole table when a quoted field ends with one, so
// they are doubled in both.
// evidence.csv has a row for each claim, with the number of the edge it counts for and what its
// document is: import it nowhere, look things up in it.
#include "oscegraph/exports/claim_losses.hpp"
#include "oscegraph/exports/csv_text.hpp"
#include "oscegraph/exports/edge_properties.hpp"
#include "oscegraph/exports/graph_writers.hpp"
#include "oscegraph/exports/native_records.hpp"
#include "oscegraph/exports/node_properties.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

/// A field as Gephi reads it.
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
  for (const NodeId n : subset.nodes()) {
    gephi_field(row, subset.graph().node_id(n));
    gephi_field(row, subset.graph().node_name(n));
    properties.read(n, values);
    for (const std::string& value : values) gephi_field(row, value);
    row.end();
  }
}

void write_edges(const Subset& subset, Output& out, LossReport& losses) {
  const Graph& graph = subset.graph();
  const EdgeProperties properties(subset, losses, ClaimsAre::kept);
  CsvRow row(out);
  write_header(row, {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight"},
               properties.columns());
  PropertyRow values;
  for (const EdgeId e : subset.edges()) {
    const std::string_view relation = name_of(graph.edge_relation(e));
    gephi_field(row, graph.node_id(graph.edge_from(e)));
    gephi_field(row, graph.node_id(graph.edge_to(e)));
    row.field("Directed").field(relation).field(edge_id(e)).field(relation);
    row.field(to_text(edge_weight(subset, e)));
    properties.read(e, values);
    for (const std::string& value : values) gephi_field(row, value);
    row.end();
  }
}

void write_evidence(const Subset& subset, Output& out) {
  const Graph& graph = subset.graph();
  CsvRow row(out);
  write_header(
      row, {"edge_id",   "from", "relation", "to",    "via",      "amount",  "currency", "flow",
            "start",     "end",  "share",    "basis", "quote",    "locator", "document", "title",
            "publisher", "date", "url",      "file",  "checksum", "rule",    "reviewed"},
      {});
  for (const ClaimId c : subset.claims()) {
    RecordText claim(graph);
    claim.read_claim(c);
    const Document document = graph.document(graph.claim_document(c));
    row.field(edge_id(graph.claim_edge(c))).field(claim[Field::from]).field(claim[Field::relation]);
    row.field(claim[Field::to])
        .field(claim[Field::via])
        .field(claim[Field::amount])
        .field(claim[Field::currency]);
    row.field(claim[Field::flow])
        .field(claim[Field::start])
        .field(claim[Field::end])
        .field(claim[Field::share]);
    row.field(claim[Field::basis])
        .field(claim[Field::quote])
        .field(claim[Field::locator])
        .field(claim[Field::document]);
    row.field(document.title).field(document.publisher).field(document.date.text());
    row.field(document.url)
        .field(document.file)
        .field(document.checksum)
        .field(claim[Field::rule])
        .field(claim[Field::reviewed])
        .end();
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
