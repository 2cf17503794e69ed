// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/projection.hpp"

#include <algorithm>

namespace oscegraph {

void Projection::join(NodeId a, NodeId b, NodeId shared, ClaimId because) {
  const Claim stated = graph_.claim(because);
  const auto [from, to] = std::minmax(a, b);
  GraphParts::Claim claim{};
  claim.from = node(from);
  claim.to = node(to);
  claim.via = node(shared);
  claim.document = document(stated.document);
  claim.relation = Relation::cofunds;
  claim.basis = Basis::inferred;
  claim.period = stated.period;
  claim.locator = strings_.intern(stated.locator);
  claim.quote = strings_.intern(stated.quote);
  parts_.claims.push_back(claim);
}

std::shared_ptr<Network> Projection::finish() {
  parts_.strings = strings_.finish();
  auto network = std::make_shared<Network>(assemble(std::move(parts_)));
  for (const ClaimId c : network->graph.claims()) network->subset.insert_claim(c);
  return network;
}

NodeId Projection::node(NodeId original) {
  const auto [known, is_new] = nodes_.try_emplace(original, static_cast<NodeId>(nodes_.size()));
  if (!is_new) return known->second;
  GraphParts::Node node{strings_.intern(graph_.node_id(original)),
                        strings_.intern(graph_.node_name(original)),
                        graph_.node_kind(original),
                        {},
                        {}};
  for (const std::string_view alias : graph_.aliases(original))
    node.aliases.push_back(strings_.intern(alias));
  for (const Attribute& attribute : graph_.attributes(original))
    node.attributes.push_back(
        {strings_.intern(attribute.name), strings_.intern(attribute.value), attribute.type});
  parts_.nodes.push_back(std::move(node));
  return known->second;
}

DocumentId Projection::document(DocumentId original) {
  const auto [known, is_new] =
      documents_.try_emplace(original, static_cast<DocumentId>(documents_.size()));
  if (!is_new) return known->second;
  const Document document = graph_.document(original);
  parts_.documents.push_back({strings_.intern(document.id), strings_.intern(document.title),
                              strings_.intern(document.publisher), document.date,
                              strings_.intern(document.url), strings_.intern(document.file),
                              strings_.intern(document.checksum)});
  return known->second;
}

}  // namespace oscegraph
