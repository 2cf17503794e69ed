// SPDX-License-Identifier: Apache-2.0
//
// What an edge's claims in the subset say of money, by the ledger's rules (graph/ledger.hpp): what
// several documents report counts once; where they disagree there is a range.
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
