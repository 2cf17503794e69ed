// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/neo4j_model.hpp"

#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

}  // namespace

std::string label_of(Kind kind) {
  std::string label(name_of(kind));
  label.front() = upper(label.front());
  return label;
}

std::string type_of(Relation relation) {
  std::string type(name_of(relation));
  for (char& c : type) c = upper(c);
  return type;
}

Neo4jModel::Neo4jModel(const Subset& subset, LossReport& losses)
    : subset_(subset),
      records_(native_records(subset)),
      all_(with_nodes(subset, records_.nodes)),
      nodes_(all_, losses),
      edges_(subset, losses, ClaimsAre::kept),
      entity_columns_{{"name", PropertyType::text}},
      edge_columns_{{"edge_id", PropertyType::text}, {"weight", PropertyType::integer}} {
  entity_columns_.insert(entity_columns_.end(), nodes_.columns().begin(), nodes_.columns().end());
  edge_columns_.insert(edge_columns_.end(), edges_.columns().begin(), edges_.columns().end());
}

const std::vector<Property>& Neo4jModel::document_columns() {
  static const std::vector<Property> columns{
      {"title", PropertyType::text}, {"publisher", PropertyType::text},
      {"date", PropertyType::text},  {"url", PropertyType::text},
      {"file", PropertyType::text},  {"checksum", PropertyType::text}};
  return columns;
}

const std::vector<Property>& Neo4jModel::claim_columns() {
  const auto text = PropertyType::text;
  static const std::vector<Property> columns{{"edge_id", text},
                                             {"relation", text},
                                             {"amount", PropertyType::real},
                                             {"amount_minor", PropertyType::integer},
                                             {"currency", text},
                                             {"flow", text},
                                             {"start", text},
                                             {"end", text},
                                             {"share", PropertyType::real},
                                             {"locator", text},
                                             {"quote", text},
                                             {"basis", text},
                                             {"rule", text},
                                             {"reviewed", text}};
  return columns;
}

const PropertyRow& Neo4jModel::entity(NodeId n) {
  nodes_.read(n, read_);
  row_.assign({std::string(graph().node_name(n))});
  row_.insert(row_.end(), read_.begin(), read_.end());
  return row_;
}

const PropertyRow& Neo4jModel::edge(EdgeId e) {
  edges_.read(e, read_);
  row_.assign({edge_id(e), to_text(edge_weight(subset_, e))});
  row_.insert(row_.end(), read_.begin(), read_.end());
  return row_;
}

const PropertyRow& Neo4jModel::document(DocumentId d) {
  const Document document = graph().document(d);
  row_.assign({std::string(document.title), std::string(document.publisher), document.date.text(),
               std::string(document.url), std::string(document.file),
               std::string(document.checksum)});
  return row_;
}

const PropertyRow& Neo4jModel::claim(ClaimId c) {
  const ClaimText claim = claim_text(graph(), c);
  const auto amount = graph().claim_amount(c);
  row_.assign({edge_id(graph().claim_edge(c)), std::string(claim.relation), claim.amount,
               amount ? to_text(amount->minor) : std::string(), std::string(claim.currency),
               std::string(claim.flow), claim.start, claim.end, claim.share,
               std::string(claim.locator), std::string(claim.quote), std::string(claim.basis),
               std::string(claim.rule), std::string(claim.reviewed)});
  return row_;
}

}  // namespace oscegraph
