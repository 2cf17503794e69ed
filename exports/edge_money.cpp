// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/edge_money.hpp"

#include "oscegraph/graph/error.hpp"

namespace oscegraph {

EdgeMoney edge_money(const Subset& subset, EdgeId e) {
  EdgeMoney money;
  try {
    for (const Transfer& transfer : transfers_of(subset, e)) {
      money.ledger.add(transfer);
      money.disputed = money.disputed || transfer.disputed();
    }
  } catch (const Error&) {
    // One absurd amount is no reason to refuse the whole file; the loss report tells.
    return {.ledger = {}, .disputed = false, .too_large = true};
  }
  return money;
}

}  // namespace oscegraph
