// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/claim_key.hpp"

#include "oscegraph/exports/native_records.hpp"
#include "oscegraph/exports/stable_hash.hpp"

namespace oscegraph {

std::string claim_key(const Graph& graph, ClaimId c, std::string_view as) {
  RecordText claim(graph);
  claim.read_claim(c);
  StableHash hash;
  hash.add(as);
  for_each_field(claim_fields, [&](auto field) { hash.add(claim[field.field]); });
  return hash.text();
}

}  // namespace oscegraph
