// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/cypher_script.hpp"

#include "oscegraph/exports/claim_key.hpp"
#include "oscegraph/exports/json_text.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t rows_a_statement = 500;  ///< a server parses it in a moment

/// {`id`:'x',`weight`:2}: what is missing is left out.
class CypherMap {
 public:
  explicit CypherMap(Output& out) : out_(out) { out_.append('{'); }
  CypherMap& text(std::string_view name, std::string_view value) {
    append_cypher_string(member(name), value);
    return *this;
  }
  CypherMap& properties(std::string_view name, const std::vector<Property>& columns,
                        const PropertyRow& row) {
    CypherMap map(member(name));
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!row[i].empty()) map.value(columns[i], row[i]);
    map.end();
    return *this;
  }
  void end() { out_.append('}'); }

 private:
  Output& member(std::string_view name) {
    if (!first_) out_.append(',');
    first_ = false;
    out_.append('`');
    out_.append(name);  // names have no backticks (PropertyNames)
    out_.append("`:");
    return out_;
  }
  void value(const Property& column, std::string_view text) {
    const bool number = column.type == PropertyType::integer || column.type == PropertyType::real;
    const bool bare = column.type == PropertyType::boolean || (number && is_json_number(text));
    if (bare) member(column.name).append(text);
    else append_cypher_string(member(column.name), text);
  }

  Output& out_;
  bool first_ = true;
};

/// Rows in statements of a few hundred: UNWIND [ ... ] AS row MERGE ...;
class Batch {
 public:
  Batch(Output& out, std::string statement) : out_(out), statement_(std::move(statement)) {}
  CypherMap row() {
    if (rows_ == rows_a_statement) end();
    out_.append(rows_ == 0 ? "UNWIND [\n" : ",\n");
    ++rows_;
    return CypherMap(out_);
  }
  void end() {
    if (rows_ == 0) return;
    out_.append("\n] AS row\n");
    out_.append(statement_);
    out_.append(";\n");
    rows_ = 0;
  }

 private:
  Output& out_;
  std::string statement_;
  std::size_t rows_ = 0;
};

void write_constraints(Output& out) {
  out.append(
      "// Written by oscegraph: cypher-shell -u neo4j -p PASSWORD -f load.cypher\n"
      "// For an empty database, the tables beside this file are quicker:\n"
      "//   neo4j-admin database import full --multiline-fields=true --nodes=entities.csv\n"
      "//     --nodes=documents.csv --nodes=claims.csv --relationships=relationships.csv\n"
      "//     --relationships=claim_ends.csv --relationships=claim_documents.csv neo4j\n");
  for (const std::string label : {"Entity", "Document", "Claim"})
    out.append("CREATE CONSTRAINT oscegraph_" + label + " IF NOT EXISTS FOR (n:" + label +
               ") REQUIRE n.id IS UNIQUE;\n");
}

void write_entities(Neo4jModel& model, Output& out) {
  for (const KindRow& kind : kinds()) {
    Batch batch(out,
                "MERGE (n:Entity {id: row.id}) SET n += row.properties, n:" + label_of(kind.kind));
    for (const NodeId n : model.records().nodes)
      if (model.graph().node_kind(n) == kind.kind)
        batch.row()
            .text("id", model.graph().node_id(n))
            .properties("properties", model.entity_columns(), model.entity(n))
            .end();
    batch.end();
  }
}

void write_relationships(Neo4jModel& model, Output& out) {
  const Graph& graph = model.graph();
  for (const RelationRow& relation : relations()) {
    Batch batch(out, "MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to})\nMERGE (a)-[r:" +
                         type_of(relation.relation) + "]->(b) SET r += row.properties");
    for (const EdgeId e : model.subset().edges())
      if (graph.edge_relation(e) == relation.relation)
        batch.row()
            .text("from", graph.node_id(graph.edge_from(e)))
            .text("to", graph.node_id(graph.edge_to(e)))
            .properties("properties", model.edge_columns(), model.edge(e))
            .end();
    batch.end();
  }
}

void write_documents(Neo4jModel& model, Output& out) {
  Batch batch(out, "MERGE (d:Document {id: row.id}) SET d += row.properties");
  for (const DocumentId d : model.records().documents)
    batch.row()
        .text("id", model.graph().document_id(d))
        .properties("properties", Neo4jModel::document_columns(), model.document(d))
        .end();
  batch.end();
}

void write_claims(Neo4jModel& model, Output& out) {
  Batch batch(out,
              "MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to}), (d:Document {id: "
              "row.document})\nMERGE (c:Claim {id: row.id}) SET c += row.properties\n"
              "MERGE (c)-[:FROM]->(a) MERGE (c)-[:TO]->(b) MERGE (c)-[:STATED_IN]->(d)");
  Batch vias(out, "MATCH (c:Claim {id: row.id}), (v:Entity {id: row.via}) MERGE (c)-[:VIA]->(v)");
  for (const ClaimId c : model.records().claims) {
    const ClaimText claim = claim_text(model.graph(), c);
    batch.row()
        .text("id", claim_key(model.graph(), c))
        .text("from", claim.from)
        .text("to", claim.to)
        .text("document", claim.document)
        .properties("properties", Neo4jModel::claim_columns(), model.claim(c))
        .end();
  }
  batch.end();
  for (const ClaimId c : model.records().claims)
    if (const ClaimText claim = claim_text(model.graph(), c); !claim.via.empty())
      vias.row().text("id", claim_key(model.graph(), c)).text("via", claim.via).end();
  vias.end();
}

}  // namespace

void append_cypher_string(Output& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  out.append('\'');
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\'') out.append("\\'");
    else if (c == '\\') {
      out.append("\\\\");
      // Neo4j reads \uXXXX before it reads the literal, even behind a backslash.
      if (i + 1 < text.size() && text[i + 1] == 'u') out.append("'+'");
    } else if (byte >= 0x20 && byte != 0x7F) out.append(c);
    else {
      out.append("\\u00");
      out.append(digits[byte >> 4U]);
      out.append(digits[byte & 15U]);
    }
  }
  out.append('\'');
}

void write_cypher_script(Neo4jModel& model, Output& out) {
  write_constraints(out);
  write_entities(model, out);
  write_relationships(model, out);
  write_documents(model, out);
  write_claims(model, out);
}

}  // namespace oscegraph
