// SPDX-License-Identifier: Apache-2.0
//
// Makes the rows of properties for Neo4j from the graph's nodes, edges, documents and claims.
// neo4j.cpp writes the rows as tables, cypher_script.cpp as statements.
#pragma once

#include <string>
#include <vector>

#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/model/node_properties.hpp"

namespace oscegraph {

/// The kind as a label, in Neo4j's usual spelling: "State", "Office".
std::string label_of(Kind kind);
/// The relation as a type of relationships, in Neo4j's usual spelling: "FUNDS", "PART_OF".
std::string type_of(Relation relation);

class Neo4jModel {
 public:
  Neo4jModel(const Subset& subset, LossReport& losses);

  [[nodiscard]] const Subset& subset() const { return subset_; }
  [[nodiscard]] const Graph& graph() const { return subset_.graph(); }
  /// The records to write. Their nodes are those of the subset and those that claims name as `via`.
  [[nodiscard]] const NativeRecords& records() const { return records_; }

  [[nodiscard]] const std::vector<Property>& entity_columns() const { return entity_columns_; }
  [[nodiscard]] const std::vector<Property>& edge_columns() const { return edge_columns_; }
  static const std::vector<Property>& document_columns();
  static const std::vector<Property>& claim_columns();

  /// A row of properties. It is valid until the next call of any of these functions.
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
