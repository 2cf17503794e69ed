// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphs/neo4j/cypher_script.hpp"

#include <initializer_list>

#include "oscegraph/exports/model/claim_key.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t rows_a_statement = 500;
constexpr std::string_view separator = "\u241F";  ///< SYMBOL FOR UNIT SEPARATOR, rare in texts

/// "r.`weight` = toInteger(row[4]), ...": assigns the columns, from row[first] on. A missing value
/// makes no property.
std::string assignments(char variable, const std::vector<Property>& columns, std::size_t first) {
  std::string text;
  for (const Property& column : columns) {
    const std::string field = "row[" + to_text(first++) + ']';
    if (!text.empty()) text += ", ";
    text += variable;
    text += ".`" + column.name + "` = ";  // names have no backticks (PropertyNames)
    switch (column.type) {
      case PropertyType::text:
        text += "CASE " + field + " WHEN '' THEN null ELSE " + field + " END";
        break;
      case PropertyType::integer: text += "toInteger(" + field + ')'; break;
      case PropertyType::real: text += "toFloat(" + field + ')'; break;
      case PropertyType::boolean: text += "toBoolean(" + field + ')'; break;
    }
  }
  return text;
}

/// Writes rows in statements of a few hundred rows; all fields of a row are joined into one text:
///
///   UNWIND ['state:NO␟Norway␟...', ...] AS line WITH split(line, '␟') AS row MERGE ...;
///
/// Neo4j plans each value of a statement separately, but a list of texts counts as one value: with
/// a map for each row it took twenty times as long.
class Batch {
 public:
  Batch(Output& out, std::size_t& separators, std::string statement)
      : out_(out),
        separators_(separators),
        statement_(std::move(statement)) {}
  void row(std::initializer_list<std::string_view> keys, const PropertyRow& values = {}) {
    std::vector<std::string> fields;
    for (const std::string_view key : keys) fields.push_back(without_separators(key));
    for (const PropertyCell& cell : values) fields.push_back(without_separators(text_(cell)));
    if (rows_ == rows_a_statement) end();
    out_.append(rows_ == 0 ? "UNWIND [\n" : ",\n");
    ++rows_;
    append_cypher_string(out_, join(fields, separator));
  }
  void end() {
    if (rows_ == 0) return;
    out_.append("\n] AS line WITH split(line, '");
    out_.append(separator);
    out_.append("') AS row\n");
    out_.append(statement_);
    out_.append(";\n");
    rows_ = 0;
  }

 private:
  std::string without_separators(std::string_view text) {
    std::string result(text);
    for (std::size_t at = 0; (at = result.find(separator, at)) != std::string::npos; ++separators_)
      result.replace(at, separator.size(), "|");
    return result;
  }

  Output& out_;
  std::size_t& separators_;
  std::string statement_;
  std::size_t rows_ = 0;
  PropertyText text_;
};

class ScriptWriter {
 public:
  ScriptWriter(Neo4jModel& model, Output& out) : model_(model), graph_(model.graph()), out_(out) {}

  void write(LossReport& losses) {
    write_constraints();
    write_entities();
    write_relationships();
    write_documents();
    write_claims();
    losses.add({.count = separators_,
                .what = "separator \u241F",
                .fate = "written as | in load.cypher",
                .why = "it stands between the fields there"});
  }

 private:
  void write_constraints() {
    out_.append(
        "// Written by oscegraph: cypher-shell -u neo4j -p PASSWORD -f load.cypher\n"
        "// For an empty database, the tables beside this file are quicker:\n"
        "//   neo4j-admin database import full neo4j --multiline-fields=true --nodes=entities.csv\n"
        "//     --nodes=documents.csv --nodes=claims.csv --relationships=relationships.csv\n"
        "//     --relationships=claim_ends.csv --relationships=claim_documents.csv\n");
    for (const std::string label : {"Entity", "Document", "Claim"})
      out_.append("CREATE CONSTRAINT oscegraph_" + label + " IF NOT EXISTS FOR (n:" + label +
                  ") REQUIRE n.id IS UNIQUE;\n");
  }

  void write_entities() {
    const std::string set = assignments('n', model_.entity_columns(), 1);
    for (const KindRow& kind : kinds()) {
      Batch batch =
          make_batch("MERGE (n:Entity {id: row[0]}) SET n:" + label_of(kind.kind) + ", " + set);
      for (const NodeId n : model_.records().nodes)
        if (graph_.node_kind(n) == kind.kind) batch.row({graph_.node_id(n)}, model_.entity(n));
      batch.end();
    }
  }

  void write_relationships() {
    const std::string set = assignments('r', model_.edge_columns(), 2);
    for (const RelationRow& relation : relations()) {
      Batch batch =
          make_batch("MATCH (a:Entity {id: row[0]}), (b:Entity {id: row[1]})\nMERGE (a)-[r:" +
                     type_of(relation.relation) + "]->(b) SET " + set);
      for (const EdgeId e : model_.subset().edges())
        if (graph_.edge_relation(e) == relation.relation)
          batch.row({graph_.node_id(graph_.edge_from(e)), graph_.node_id(graph_.edge_to(e))},
                    model_.edge(e));
      batch.end();
    }
  }

  void write_documents() {
    Batch batch = make_batch("MERGE (d:Document {id: row[0]}) SET " +
                             assignments('d', Neo4jModel::document_columns(), 1));
    for (const DocumentId d : model_.records().documents)
      batch.row({graph_.document_id(d)}, model_.document(d));
    batch.end();
  }

  void write_claims() {
    Batch batch = make_batch(
        "MATCH (a:Entity {id: row[1]}), (b:Entity {id: row[2]}), (d:Document {id: row[3]})\n"
        "MERGE (c:Claim {id: row[0]}) SET " +
        assignments('c', Neo4jModel::claim_columns(), 4) +
        "\nMERGE (c)-[:FROM]->(a) MERGE (c)-[:TO]->(b) MERGE (c)-[:STATED_IN]->(d)");
    for (const ClaimId c : model_.records().claims) {
      RecordText claim(graph_);
      claim.read_claim(c);
      batch.row(
          {claim_key(graph_, c), claim[Field::from], claim[Field::to], claim[Field::document]},
          model_.claim(c));
    }
    batch.end();
    Batch vias =
        make_batch("MATCH (c:Claim {id: row[0]}), (v:Entity {id: row[1]}) MERGE (c)-[:VIA]->(v)");
    for (const ClaimId c : model_.records().claims)
      if (const NodeId via = graph_.claim_via(c); via != none)
        vias.row({claim_key(graph_, c), graph_.node_id(via)});
    vias.end();
  }

  Batch make_batch(std::string statement) { return {out_, separators_, std::move(statement)}; }

  Neo4jModel& model_;
  const Graph& graph_;
  Output& out_;
  std::size_t separators_ = 0;
};

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
      // Neo4j replaces \uXXXX before it parses literals, also after an escaping backslash.
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

void write_cypher_script(Neo4jModel& model, Output& out, LossReport& losses) {
  ScriptWriter(model, out).write(losses);
}

}  // namespace oscegraph
