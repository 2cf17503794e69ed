// SPDX-License-Identifier: Apache-2.0
//
// GraphML as different programs want it. The rules come from running those readers
// (docs/graph-files.md, P4-P28):
//  - six attribute types, `for` and a lower-case `attr.name` unique in its scope on every key, all
//    keys before the graph, nodes before edges; a missing value is no element at all;
//  - "label" on nodes and edges; "interaction" for Cytoscape; colours as r, g, b; no <desc>;
//  - positions for all nodes or, when they are many, for none;
//  - `weight` is the number of claims, never 0, which Gephi would delete; amounts have columns of
//    their own, as exact decimals;
//  - dates are text: GraphML has no way to tell Gephi about time. GEXF has.
#pragma once

#include <cstdint>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

enum class GraphmlFlavour : std::uint8_t {
  /// With a `label` on <edge> that the standard does not know: Gephi looks there for an edge's type.
  portable,
  /// What the standard's XML Schema allows: no such `label`, and ids that are name tokens.
  strict,
  /// With the shapes, colours and labels that yEd draws, in elements of its own.
  yed
};

void write_graphml_flavour(GraphmlFlavour flavour, const Subset& subset, const GraphStyle& style,
                           Output& out, LossReport& losses);

}  // namespace oscegraph
