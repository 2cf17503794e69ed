// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/funding_links.hpp"

#include <algorithm>

namespace oscegraph {
namespace {

/// funder -funds-> project: a link for each office that implements it.
void add_project_links(const Subset& scope, FundingLink link, std::vector<FundingLink>& links) {
  const Graph& graph = scope.graph();
  const std::size_t before = links.size();
  for (const EdgeId e : graph.in_edges(link.project)) {
    if (graph.edge_relation(e) != Relation::implements || !scope.contains_edge(e)) continue;
    if (graph.node_kind(graph.edge_from(e)) != Kind::office) continue;
    link.office = graph.edge_from(e);
    links.push_back(link);
  }
  if (links.size() == before) links.push_back(link);
}

/// funder -funds-> office, agency or State: a link for each project the payments run inside.
void add_direct_links(const Subset& scope, FundingLink link, std::vector<FundingLink>& links) {
  const Graph& graph = scope.graph();
  std::vector<NodeId> projects;
  for (const ClaimId c : graph.claims_of(link.edge))
    if (scope.contains_claim(c)) projects.push_back(graph.claim(c).via);
  std::ranges::sort(projects);
  const auto repeated = std::ranges::unique(projects);
  projects.erase(repeated.begin(), repeated.end());
  for (const NodeId project : projects) {
    link.project = project;
    links.push_back(link);
  }
}

}  // namespace

std::vector<FundingLink> funding_links(const Subset& scope, RollUp& roll_up) {
  const Graph& graph = scope.graph();
  std::vector<FundingLink> links;
  for (const EdgeId e : scope.edges()) {
    if (graph.edge_relation(e) != Relation::funds) continue;
    FundingLink link;
    link.edge = e;
    link.funder = graph.edge_from(e);
    link.payer = roll_up.payer_of(link.funder);
    const NodeId to = graph.edge_to(e);
    switch (graph.node_kind(to)) {
      case Kind::project:
        link.project = to;
        add_project_links(scope, link, links);
        break;
      case Kind::office: link.office = to; [[fallthrough]];
      default: add_direct_links(scope, link, links);
    }
  }
  return links;
}

std::vector<ClaimId> claims_of(const Subset& scope, const FundingLink& link) {
  const Graph& graph = scope.graph();
  std::vector<ClaimId> claims = scope.claims_of(link.edge);
  if (graph.edge_to(link.edge) != link.project)
    std::erase_if(claims, [&](ClaimId c) { return graph.claim(c).via != link.project; });
  return claims;
}

void insert_link(const Subset& scope, const RollUp& roll_up, const FundingLink& link,
                 Subset& subset) {
  const Graph& graph = scope.graph();
  for (const EdgeId e : roll_up.way_up(link.funder)) subset.insert_edge(e, scope);
  for (const ClaimId c : claims_of(scope, link)) subset.insert_claim(c);
  subset.insert_node(link.payer);
  if (link.project == none) return;
  subset.insert_node(link.project);
  if (link.office == none) return;
  const auto implements = graph.find_edge(link.office, Relation::implements, link.project);
  if (implements && scope.contains_edge(*implements)) subset.insert_edge(*implements, scope);
}

}  // namespace oscegraph
