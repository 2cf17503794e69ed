// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/edge_money.hpp"

#include <optional>

#include "oscegraph/graph/error.hpp"

namespace oscegraph {
namespace {

/// The edge's transfer, when it has one claim with an amount, as nearly every edge that has any.
std::optional<Transfer> only_transfer(const Subset& subset, EdgeId e) {
  const Graph& graph = subset.graph();
  std::optional<Transfer> only;
  for (const ClaimId c : graph.claims_of(e)) {
    if (!subset.contains_claim(c)) continue;
    const auto amount = graph.claim_amount(c);
    if (!amount) continue;
    if (only) return std::nullopt;
    only.emplace();
    only->key = {graph.claim_flow(c), amount->currency};
    only->amount = {amount->minor, amount->minor};
  }
  return only;
}

}  // namespace

EdgeMoney edge_money(const Subset& subset, EdgeId e) {
  EdgeMoney money;
  if (const auto transfer = only_transfer(subset, e)) {
    money.ledger.add(*transfer);
    return money;
  }
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
