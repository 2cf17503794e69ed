// SPDX-License-Identifier: Apache-2.0
//
// What the graph becomes in Neo4j, as rows of properties; neo4j.cpp writes them as tables and
// cypher_script.cpp as statements.
#pragma once

#include <string>
#include <vector>

#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/model/node_properties.hpp"

namespace oscegraph {

/// "State", "Office": how Neo4j's people spell labels.
std::string label_of(Kind kind);
/// "FUNDS", "PART_OF": how they spell types of relationships.
std::string type_of(Relation relation);

class Neo4jModel {
 public:
  Neo4jModel(const Subset& subset, LossReport& losses);

  [[nodiscard]] const Subset& subset() const { return subset_; }
  [[nodiscard]] const Graph& graph() const { return subset_.graph(); }
  /// Its nodes are those of the subset and those that claims name as `via`.
  [[nodiscard]] const NativeRecords& records() const { return records_; }

  [[nodiscard]] const std::vector<Property>& entity_columns() const { return entity_columns_; }
  [[nodiscard]] const std::vector<Property>& edge_columns() const { return edge_columns_; }
  static const std::vector<Property>& document_columns();
  static const std::vector<Property>& claim_columns();

  /// Good until the next call of any of these.
  const PropertyRow& entity(NodeId n);
  const PropertyRow& edge(EdgeId e);
  const PropertyRow& document(DocumentId d);
  const PropertyRow& claim(ClaimId c);

 private:
  const Subset& subset_;
  NativeRecords records_;
  Subset all_;
  NodeProperties nodes_;
  EdgeProperties edges_;
  std::vector<Property> entity_columns_;
  std::vector<Property> edge_columns_;
  PropertyRow row_;
  PropertyRow read_;
};

}  // namespace oscegraph
