// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/claim_key.hpp"

#include "oscegraph/exports/native_records.hpp"
#include "oscegraph/exports/stable_hash.hpp"

namespace oscegraph {

std::string claim_key(const Graph& graph, ClaimId c, std::string_view as) {
  const ClaimText claim = claim_text(graph, c);
  StableHash hash;
  for (const std::string_view text :
       {as, claim.from, claim.relation, claim.to, claim.document, claim.via,
        std::string_view(claim.amount), claim.currency, claim.flow, std::string_view(claim.start),
        std::string_view(claim.end), std::string_view(claim.share), claim.locator, claim.quote,
        claim.basis, claim.rule, claim.reviewed})
    hash.add(text);
  return hash.text();
}

}  // namespace oscegraph
