// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/claim_key.hpp"

#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/text/stable_hash.hpp"

namespace oscegraph {

std::string claim_key(const Graph& graph, ClaimId c, std::string_view as) {
  RecordText claim(graph);
  claim.read_claim(c);
  StableHash hash;
  hash.add(as);
  for_each_field(claim_fields, [&](const FieldRow& field) {
    const std::string_view text = claim[field.field];
    // An empty optional field is not hashed: so claims keep their keys when a new field is added.
    if (field.may_lack && text.empty()) return;
    if (field.may_lack) hash.add(field.name);
    hash.add(text);
  });
  return hash.text();
}

}  // namespace oscegraph
