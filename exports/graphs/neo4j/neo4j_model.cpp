// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphs/neo4j/neo4j_model.hpp"

#include <algorithm>
#include <iterator>

#include "oscegraph/graph/text/text.hpp"

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
      edges_(subset, losses, ClaimsKept::yes),
      entity_columns_{{"name", PropertyType::text}},
      edge_columns_{{"edge_id", PropertyType::text}, {"weight", PropertyType::integer}} {
  entity_columns_.insert(entity_columns_.end(), nodes_.columns().begin(), nodes_.columns().end());
  edge_columns_.insert(edge_columns_.end(), edges_.columns().begin(), edges_.columns().end());
}

namespace {

/// Calls visit(field) for each field of a document or claim that becomes a property. Ids and ends
/// become nodes and relationships instead.
template <typename Fields, typename Visit>
void for_each_property(const Fields& fields, const Visit& visit) {
  for_each_field(fields, [&](auto field) {
    if constexpr (field.form != Form::node && field.form != Form::document &&
                  !field.has(&DocumentValues::id))
      visit(field);
  });
}

}  // namespace

const std::vector<Property>& Neo4jModel::document_columns() {
  static const std::vector<Property> columns = [] {
    std::vector<Property> all;
    for_each_property(document_fields, [&](auto field) {
      all.push_back({std::string(field.name), PropertyType::text});
    });
    return all;
  }();
  return columns;
}

const std::vector<Property>& Neo4jModel::claim_columns() {
  static const std::vector<Property> columns = [] {
    std::vector<Property> all{{"edge_id", PropertyType::text}};
    for_each_property(claim_fields, [&](auto field) {
      const bool number = field.form == Form::amount || field.form == Form::share;
      all.push_back({std::string(field.name), number ? PropertyType::real : PropertyType::text});
      if (field.form == Form::amount) all.push_back({"amount_minor", PropertyType::integer});
    });
    return all;
  }();
  return columns;
}

const PropertyRow& Neo4jModel::entity(NodeId n) {
  nodes_.read(n, read_);
  row_.clear();
  row_.push_back(property_cell(graph().node_name(n)));
  std::ranges::move(read_, std::back_inserter(row_));
  return row_;
}

const PropertyRow& Neo4jModel::edge(EdgeId e) {
  edges_.read(e, read_);
  row_.clear();
  row_.push_back(property_cell(edge_id(e)));
  row_.emplace_back(static_cast<std::int64_t>(edge_weight(subset_, e)));
  std::ranges::move(read_, std::back_inserter(row_));
  return row_;
}

const PropertyRow& Neo4jModel::document(DocumentId d) {
  RecordText document(graph());
  document.read_document(d);
  row_.clear();
  for_each_property(document_fields, [&](auto field) {
    row_.push_back(property_cell(std::string(document[field.field])));
  });
  return row_;
}

const PropertyRow& Neo4jModel::claim(ClaimId c) {
  RecordText claim(graph());
  claim.read_claim(c);
  const auto amount = graph().claim_amount(c);
  row_.clear();
  row_.push_back(property_cell(edge_id(graph().claim_edge(c))));
  for_each_property(claim_fields, [&](auto field) {
    row_.push_back(property_cell(std::string(claim[field.field])));
    if (field.form == Form::amount)
      row_.push_back(amount ? PropertyCell(amount->minor) : PropertyCell());
  });
  return row_;
}

}  // namespace oscegraph
