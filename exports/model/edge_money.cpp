// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/edge_money.hpp"

#include <optional>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

/// The edge's transfer when exactly one of its claims has an amount, which is the usual case; else
/// nullopt. It spares the common case the full set of rules.
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
    // One absurd amount must not stop the export of the whole file; the loss report mentions it.
    return {.ledger = {}, .disputed = false, .too_large = true};
  }
  return money;
}

}  // namespace oscegraph
