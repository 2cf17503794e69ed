// SPDX-License-Identifier: Apache-2.0
//
// Writes the graph as an SQLite database, so that it can be queried in SQL:
//
//   nodes       id, name, kind, aliases, the scores, a column for each attribute
//   documents   id, title, publisher, date, url, file, checksum
//   edges       id, from_id, to_id, weight, and what the claims add up to, as in other formats
//   claims      one document's statement: edge_id, document_id, amount and all other fields
//   funding     (view) who pays which project, and who implements it, a row for each claim
//   evidence    (view) every claim in names: who, what, to whom, how much, says which document, where
//
// `amount_minor` is exact, in the currency's smallest unit; `amount` is for reading and comparing.
#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/graphs/sqlite/sqlite_database.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/model/node_properties.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// Whether the table `edges` has this field of a claim.
template <typename Described>
constexpr bool is_of_the_edge =
    Described::has(&ClaimValues::from) || Described::has(&ClaimValues::relation) ||
    Described::has(&ClaimValues::to);

/// The SQL of the column for a claim's field, with the table it refers to.
template <typename Described>
std::string claim_column_sql(Described field) {
  const std::string name(field.name);
  if constexpr (field.form == Form::node) return name + "_id TEXT REFERENCES nodes (id)";
  else if constexpr (field.form == Form::document)
    return name + "_id TEXT NOT NULL REFERENCES documents (id)";
  else if constexpr (field.form == Form::amount)
    return name + " NUMERIC, " + name + "_minor INTEGER";
  else if constexpr (field.form == Form::share) return name + " NUMERIC";
  else {
    // "start" and "end" are words of SQL.
    const std::string column = field.form == Form::date ? '"' + name + '"' : name;
    return column + (field.has(&ClaimValues::basis) ? " TEXT NOT NULL" : " TEXT");
  }
}

std::string claims_sql() {
  std::string sql =
      "CREATE TABLE claims (id INTEGER PRIMARY KEY, edge_id TEXT NOT NULL REFERENCES edges (id)";
  for_each_field(claim_fields, [&](auto field) {
    if constexpr (!is_of_the_edge<decltype(field)>) sql += ", " + claim_column_sql(field);
  });
  return sql + ");";
}

/// The number of columns for fields of claims; an amount has two.
constexpr std::size_t claim_column_count = [] {
  std::size_t count = 0;
  for_each_field(claim_fields, [&](auto field) {
    if (!is_of_the_edge<decltype(field)>) count += field.form == Form::amount ? 2 : 1;
  });
  return count;
}();

std::string documents_sql() {
  std::string sql;
  for_each_field(document_fields, [&](auto field) {
    sql += sql.empty() ? "CREATE TABLE documents (" : ", ";
    sql += std::string(field.name) + " TEXT";
    if (field.has(&DocumentValues::id)) sql += " PRIMARY KEY";
  });
  return sql + ");";
}

constexpr const char* indexes_and_views = R"sql(
CREATE INDEX nodes_by_name ON nodes (name);
CREATE INDEX nodes_by_kind ON nodes (kind);
CREATE INDEX edges_from ON edges (from_id, relation);
CREATE INDEX edges_to ON edges (to_id, relation);
CREATE INDEX claims_of_edge ON claims (edge_id);
CREATE INDEX claims_of_document ON claims (document_id);
CREATE VIEW funding AS
  -- A project that several bodies implement is in several rows: sum over claim_id, not over rows.
  SELECT claims.id AS claim_id, payer.id AS payer_id, payer.name AS payer, payer.kind AS payer_kind,
    receiver.id AS receiver_id, receiver.name AS receiver, receiver.kind AS receiver_kind,
    office.id AS office_id, office.name AS office, claims.flow, claims.currency, claims.amount,
    claims.amount_minor, claims."start", claims."end", claims.basis,
    documents.title AS document, documents.date AS document_date, documents.url
  FROM edges
  JOIN claims ON claims.edge_id = edges.id
  JOIN documents ON documents.id = claims.document_id
  JOIN nodes AS payer ON payer.id = edges.from_id
  JOIN nodes AS receiver ON receiver.id = edges.to_id
  LEFT JOIN edges AS work ON work.to_id = edges.to_id AND work.relation = 'implements'
  LEFT JOIN nodes AS office ON office.id = work.from_id
  WHERE edges.relation = 'funds';
CREATE VIEW evidence AS
  SELECT claims.id AS claim_id, edges.id AS edge_id, source.id AS from_id, source.name AS from_name,
    edges.relation, target.id AS to_id, target.name AS to_name, via.name AS via, claims.flow,
    claims.currency, claims.amount, claims.amount_minor, claims."start", claims."end", claims.share,
    claims.basis, claims.quote, claims.locator, documents.id AS document_id, documents.title,
    documents.publisher, documents.date, documents.url
  FROM claims
  JOIN edges ON edges.id = claims.edge_id
  JOIN documents ON documents.id = claims.document_id
  JOIN nodes AS source ON source.id = edges.from_id
  JOIN nodes AS target ON target.id = edges.to_id
  LEFT JOIN nodes AS via ON via.id = claims.via_id;
)sql";

/// The SQL of a column for a property. NUMERIC columns compare numbers as numbers, and keep a
/// decimal that a double cannot hold as text.
std::string column_sql(const Property& column) {
  std::string sql = ", \"" + column.name + "\" ";  // names have no quotes (PropertyNames)
  switch (column.type) {
    case PropertyType::text: return sql + "TEXT";
    case PropertyType::integer: return sql + "INTEGER";
    case PropertyType::real:
    case PropertyType::boolean: return sql + "NUMERIC";
  }
  return sql;
}

std::string columns_sql(const std::vector<Property>& columns) {
  std::string sql;
  for (const Property& column : columns) sql += column_sql(column);
  return sql;
}

/// Binds a row of properties. The texts it makes live until the next row is bound.
class BoundRow {
 public:
  void bind(SqliteInsert& insert, const PropertyRow& row) {
    texts_.resize(std::max(texts_.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      if (const auto* yes = std::get_if<bool>(&row[i])) insert.number(*yes ? 1 : 0);
      else if (const auto* number = std::get_if<std::int64_t>(&row[i])) insert.number(*number);
      else insert.text(texts_[i](row[i]));
  }

 private:
  std::vector<PropertyText> texts_;
};

class SqliteWriter {
 public:
  SqliteWriter(const Subset& subset, const Context& context, LossReport& losses)
      : subset_(subset),
        graph_(subset.graph()),
        records_(native_records(subset)),
        all_(with_nodes(subset, records_.nodes)),
        nodes_(all_, losses),
        edges_(subset, losses, ClaimsKept::yes),
        database_(context) {}

  void write(std::string_view title, Output& out) {
    database_.run("PRAGMA application_id = 1330856775; PRAGMA user_version = 1; BEGIN;");
    database_.run("CREATE TABLE nodes (id TEXT PRIMARY KEY, name TEXT" +
                  columns_sql(nodes_.columns()) + ");");
    database_.run(
        "CREATE TABLE edges (id TEXT PRIMARY KEY, from_id TEXT NOT NULL REFERENCES nodes (id), "
        "to_id TEXT NOT NULL REFERENCES nodes (id), weight NUMERIC NOT NULL" +
        columns_sql(edges_.columns()) + ");");
    database_.run(documents_sql());
    database_.run(claims_sql());
    write_documents();
    write_nodes();
    write_edges();
    write_claims();
    database_.run(indexes_and_views);
    write_about(title);
    database_.run("COMMIT;");
    out.append(database_.bytes());
  }

 private:
  void write_documents() {
    SqliteInsert insert(database_, "documents", rows_of(document_fields).size());
    RecordText document(graph_);
    for (const DocumentId d : records_.documents) {
      document.read_document(d);
      for_each_field(document_fields,
                     [&](const FieldRow& field) { insert.text(document[field.field]); });
      insert.run();
    }
  }

  void write_nodes() {
    SqliteInsert insert(database_, "nodes", 2 + nodes_.columns().size());
    for (const NodeId n : records_.nodes) {
      nodes_.read(n, row_);
      insert.text(graph_.node_id(n)).text(graph_.node_name(n));
      bound_.bind(insert, row_);
      insert.run();
    }
  }

  void write_edges() {
    SqliteInsert insert(database_, "edges", 4 + edges_.columns().size());
    for (const EdgeId e : subset_.edges()) {
      const std::string id = edge_id(e);
      edges_.read(e, row_);
      insert.text(id).text(graph_.node_id(graph_.edge_from(e)));
      insert.text(graph_.node_id(graph_.edge_to(e)));
      insert.number(static_cast<std::int64_t>(edge_weight(subset_, e)));
      bound_.bind(insert, row_);
      insert.run();
    }
  }

  void write_claims() {
    SqliteInsert insert(database_, "claims", 2 + claim_column_count);
    RecordText claim(graph_);
    for (const ClaimId c : records_.claims) {
      claim.read_claim(c);
      const std::string edge = edge_id(graph_.claim_edge(c));
      insert.number(std::int64_t{c} + 1).text(edge);
      for_each_field(claim_fields, [&](auto field) {
        if constexpr (!is_of_the_edge<decltype(field)>) {
          insert.text(claim[field.field]);
          if constexpr (field.form == Form::amount) {
            if (const auto amount = graph_.claim_amount(c)) insert.number(amount->minor);
            else insert.null();
          }
        }
      });
      insert.run();
    }
  }

  void write_about(std::string_view title) {
    database_.run("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);");
    SqliteInsert insert(database_, "about", 2);
    insert.text("written_by").text("oscegraph").run();
    insert.text("title").text(title).run();
    const std::string notes = join(subset_.notes(), "\n");
    insert.text("notes").text(notes).run();
  }

  const Subset& subset_;
  const Graph& graph_;
  NativeRecords records_;
  Subset all_;  ///< the subset, with the nodes that claims name as `via`
  NodeProperties nodes_;
  EdgeProperties edges_;
  SqliteDatabase database_;
  PropertyRow row_;
  BoundRow bound_;
};

}  // namespace

void write_sqlite(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  SqliteWriter(subset, out.context(), losses).write(style.title, out);
}

}  // namespace oscegraph
