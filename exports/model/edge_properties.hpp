// SPDX-License-Identifier: Apache-2.0
//
// An edge as a row: what its claims in the subset say, added up. Amounts have a column for each
// currency and flow that occurs, "amount_eur_committed", since those are never added together.
//
// The ledger adds them up by its rules: what several documents report counts once, and where they
// disagree the column holds the lowest reading, which the LossReport says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "oscegraph/exports/model/graph_format.hpp"
#include "oscegraph/exports/model/property.hpp"
#include "oscegraph/graph/ledger.hpp"

namespace oscegraph {

/// "e1", "e2", ...: by place in the whole graph, so that exports of different parts of it agree.
std::string edge_id(EdgeId e);

/// How many claims in the subset make the edge; at least 1, and so a weight no reader drops (P18).
std::size_t edge_weight(const Subset& subset, EdgeId e);

/// Stated when one document states it outright, inferred when all infer it.
Basis edge_basis(const Subset& subset, EdgeId e);

/// Whether a format has the claims beside the edges that add them up.
enum class ClaimsAre : std::uint8_t { lost, kept };

class EdgeProperties {
 public:
  /// Reports what adding up leaves out, unless the claims are kept.
  EdgeProperties(const Subset& subset, LossReport& losses, ClaimsAre claims = ClaimsAre::lost);

  [[nodiscard]] const std::vector<Property>& columns() const { return columns_; }
  /// Fills `row`, which lives no longer than the subset.
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
