// SPDX-License-Identifier: Apache-2.0
//
// What has changed between two states of a graph: nodes, documents, edges, claims and sums that
// appeared, vanished or are now told differently. Nodes and documents meet by id, edges by their ends
// and relation, claims by edge, document, place and the project they run inside.
#pragma once

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

struct Difference {
  Table table;
  Subset gone;  ///< of the graph before: nodes and claims that vanished or were told differently
  Subset come;  ///< of the graph after: nodes and claims that appeared or are told differently
};

/// Columns `change` (appeared, vanished, changed), `what` (node, document, edge, sum, claim), `about`
/// (a name, or two with an arrow), `relation`, `document`, `field` (of a change: name, amount, ...;
/// of a sum: its flow and currency), `before` and `after`, with ids as details. A row for each node,
/// document and edge that came or went; for each claim that came or went along an edge that stays; for
/// each field that changed; and for each edge's sum, by the rules of graph/ledger.hpp, that is another
/// one. In order of nodes, documents, edges; an edge's sums and claims follow it. Notes: how many of
/// what. Errors: a sum that overflows. Cost: linear in both graphs, and sorting the claims that one
/// document makes about one edge.
Difference diff(const Subset& before, const Subset& after, const Context& context = {});

}  // namespace oscegraph
