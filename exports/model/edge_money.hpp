// SPDX-License-Identifier: Apache-2.0
//
// Adds up the amounts of an edge's claims in the subset by the rules of the ledger
// (graph/ledger.hpp). An amount that several documents report counts once; where the documents
// disagree, the sum is a range.
#pragma once

#include "oscegraph/graph/ledger.hpp"

namespace oscegraph {

struct EdgeMoney {
  Ledger ledger;
  bool disputed = false;   ///< documents state different amounts for one transfer
  bool too_large = false;  ///< a sum does not fit 64 bits: the ledger is empty, the sums unknown
};

EdgeMoney edge_money(const Subset& subset, EdgeId e);

}  // namespace oscegraph
