// SPDX-License-Identifier: Apache-2.0
//
// Makes the row of an edge from its claims in the subset: the values of the claims, added up. The
// row has an amount column for each pair of currency and flow that occurs ("amount_eur_committed"),
// since amounts of different pairs are never added.
//
// Amounts are added by the ledger's rules: an amount that several documents report counts once.
// Where documents disagree the column holds the lowest amount, and the LossReport says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "oscegraph/exports/model/graph_format.hpp"
#include "oscegraph/exports/model/property.hpp"
#include "oscegraph/graph/ledger.hpp"

namespace oscegraph {

/// "e1", "e2", ...: the edge's position in the whole graph plus one, so an edge has the same id in
/// exports of different parts of the graph.
std::string edge_id(EdgeId e);

/// The number of the edge's claims in the subset. It is at least 1: Gephi deletes edges of weight 0
/// (P18 in docs/graph-files.md).
std::size_t edge_weight(const Subset& subset, EdgeId e);

/// "stated" when at least one claim is stated, "inferred" when all are inferred.
Basis edge_basis(const Subset& subset, EdgeId e);

/// Whether a format also writes the claims, beside the edges that add them up.
enum class ClaimsKept : std::uint8_t { no, yes };

class EdgeProperties {
 public:
  /// Reports the values that adding up loses, unless the claims are kept.
  EdgeProperties(const Subset& subset, LossReport& losses, ClaimsKept kept = ClaimsKept::no);

  [[nodiscard]] const std::vector<Property>& columns() const { return columns_; }
  /// Fills `row` with views into the graph: use it only while the subset lives.
  void read(EdgeId e, PropertyRow& row) const;

 private:
  void add_amount_columns();
  void add_score_columns();
  void read_amounts(EdgeId e, PropertyRow& row) const;

  const Subset& subset_;
  std::vector<Property> columns_;
  std::vector<LedgerKey> amounts_;
  std::size_t first_amount_ = 0;
  std::size_t first_score_ = 0;
  std::vector<const Score*> scores_;
};

}  // namespace oscegraph
