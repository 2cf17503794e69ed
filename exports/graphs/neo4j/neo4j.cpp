// SPDX-License-Identifier: Apache-2.0
//
// Writes the graph for Neo4j in two forms: tables with typed headers, with which `neo4j-admin
// database import` fills an empty database in minutes; and the script load.cypher, which adds the
// same data to a running server and needs no access to the server's files.
//
//   (:Entity:State)-[:FUNDS {edge_id, weight, amount_eur_committed, ...}]->(:Entity:Project)
//   (:Claim)-[:FROM|TO|VIA]->(:Entity)      one document's statement, its fields as properties
//   (:Claim)-[:STATED_IN]->(:Document)
//
// Claims are nodes, because a relationship cannot point at the document that states it.
#include <array>

#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/graphs/neo4j/cypher_script.hpp"
#include "oscegraph/exports/graphs/neo4j/neo4j_model.hpp"
#include "oscegraph/exports/model/claim_key.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/text/csv_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

std::string typed(const Property& column) {
  switch (column.type) {
    case PropertyType::text: return column.name;
    case PropertyType::integer: return column.name + ":long";
    case PropertyType::real: return column.name + ":double";
    case PropertyType::boolean: return column.name + ":boolean";
  }
  return column.name;
}

void write_header(CsvRow& row, std::initializer_list<std::string_view> before,
                  const std::vector<Property>& columns,
                  std::initializer_list<std::string_view> after) {
  for (const std::string_view name : before) row.field(name);
  for (const Property& column : columns) row.field(typed(column));
  for (const std::string_view name : after) row.field(name);
  row.end();
}

void write_entities(Neo4jModel& model, Output& out) {
  CsvRow row(out);
  PropertyText text;
  write_header(row, {"id:ID(Entity)"}, model.entity_columns(), {":LABEL"});
  for (const NodeId n : model.records().nodes) {
    row.field(model.graph().node_id(n));
    for (const PropertyCell& cell : model.entity(n)) row.field(text(cell));
    row.field("Entity;" + label_of(model.graph().node_kind(n))).end();
  }
}

void write_relationships(Neo4jModel& model, Output& out) {
  const Graph& graph = model.graph();
  CsvRow row(out);
  PropertyText text;
  write_header(row, {":START_ID(Entity)"}, model.edge_columns(), {":END_ID(Entity)", ":TYPE"});
  for (const EdgeId e : model.subset().edges()) {
    row.field(graph.node_id(graph.edge_from(e)));
    for (const PropertyCell& cell : model.edge(e)) row.field(text(cell));
    row.field(graph.node_id(graph.edge_to(e))).field(type_of(graph.edge_relation(e))).end();
  }
}

void write_documents(Neo4jModel& model, Output& out) {
  CsvRow row(out);
  PropertyText text;
  write_header(row, {"id:ID(Document)"}, Neo4jModel::document_columns(), {":LABEL"});
  for (const DocumentId d : model.records().documents) {
    row.field(model.graph().document_id(d));
    for (const PropertyCell& cell : model.document(d)) row.field(text(cell));
    row.field("Document").end();
  }
}

void write_claims(Neo4jModel& model, Output& out) {
  CsvRow row(out);
  PropertyText text;
  write_header(row, {"id:ID(Claim)"}, Neo4jModel::claim_columns(), {":LABEL"});
  for (const ClaimId c : model.records().claims) {
    row.field(claim_key(model.graph(), c));
    for (const PropertyCell& cell : model.claim(c)) row.field(text(cell));
    row.field("Claim").end();
  }
}

void write_claim_ends(Neo4jModel& model, Output& out) {
  CsvRow row(out);
  write_header(row, {":START_ID(Claim)", ":END_ID(Entity)", ":TYPE"}, {}, {});
  RecordText claim(model.graph());
  for (const ClaimId c : model.records().claims) {
    claim.read_claim(c);
    const std::string key = claim_key(model.graph(), c);
    row.field(key).field(claim[Field::from]).field("FROM").end();
    row.field(key).field(claim[Field::to]).field("TO").end();
    if (!claim[Field::via].empty()) row.field(key).field(claim[Field::via]).field("VIA").end();
  }
}

void write_claim_documents(Neo4jModel& model, Output& out) {
  CsvRow row(out);
  write_header(row, {":START_ID(Claim)", ":END_ID(Document)", ":TYPE"}, {}, {});
  for (const ClaimId c : model.records().claims)
    row.field(claim_key(model.graph(), c))
        .field(model.graph().document_id(model.graph().claim_document(c)))
        .field("STATED_IN")
        .end();
}

}  // namespace

void write_neo4j(const Subset& subset, const GraphStyle& /*style*/, OutputFolder& folder,
                 LossReport& losses) {
  Neo4jModel model(subset, losses);
  write_entities(model, folder.file("entities.csv"));
  write_relationships(model, folder.file("relationships.csv"));
  write_documents(model, folder.file("documents.csv"));
  write_claims(model, folder.file("claims.csv"));
  write_claim_ends(model, folder.file("claim_ends.csv"));
  write_claim_documents(model, folder.file("claim_documents.csv"));
  write_cypher_script(model, folder.file("load.cypher"), losses);
}

}  // namespace oscegraph
