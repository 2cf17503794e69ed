// SPDX-License-Identifier: Apache-2.0
//
// Writes GraphML in the variants that different programs need. The rules come from tests with those
// programs (P4-P28 in docs/graph-files.md):
//  - every key has one of six types, a `for`, and a lower-case `attr.name` that is unique in its
//    scope; all keys come before the graph, and nodes before edges; a missing value has no element;
//  - nodes and edges have a "label", edges an "interaction" for Cytoscape; colours are r, g, b;
//    there is no <desc>;
//  - all nodes have positions or, when there are too many nodes, none has one;
//  - `weight` is the number of claims, never 0, since Gephi deletes edges of weight 0; amounts have
//    their own columns, as exact decimals;
//  - dates are text, since GraphML has no types for time; GEXF has.
#pragma once

#include <cstdint>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

enum class GraphmlFlavour : std::uint8_t {
  /// Has an attribute `label` on <edge>, which is not in the standard: Gephi reads an edge's type
  /// from it.
  portable,
  /// Valid by the standard's XML Schema: no such `label`, and ids that are name tokens (NMTOKEN).
  strict,
  /// Has yEd's own elements for the shapes, colours and labels.
  yed
};

void write_graphml_flavour(GraphmlFlavour flavour, const Subset& subset, const GraphStyle& style,
                           Output& out, LossReport& losses);

}  // namespace oscegraph
