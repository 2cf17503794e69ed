// SPDX-License-Identifier: Apache-2.0
//
// GEXF as different programs want it, with colours, sizes, places and, when the claims have dates,
// the days on which each edge holds. The rules come from running those readers
// (docs/graph-files.md, P29-P41):
//  - `kind` keeps parallel edges apart in Gephi, the same word in "relation" is for the others;
//  - every node has a label; attributes have id and title alike;
//  - dates are written to the day, with both ends, and spells of one edge never overlap. A claim
//    without an end runs to the last date in the graph, and "open_end" says so; "date_precision"
//    says which days were only known to the month or the year;
//  - an edge's weight is the number of claims behind it.
#pragma once

#include <cstdint>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

enum class GexfVersion : std::uint8_t { draft_1_2, v1_3 };

/// Whether weights change over time. Then there are two blocks of attributes for edges, which
/// graphology cannot read (P32), and every edge has a weight at all of its times (P39).
enum class GexfWeights : std::uint8_t { constant, dynamic };

struct GexfFlavour {
  GexfVersion version = GexfVersion::draft_1_2;
  GexfWeights weights = GexfWeights::constant;
};

void write_gexf_flavour(const GexfFlavour& flavour, const Subset& subset, const GraphStyle& style,
                        Output& out, LossReport& losses);

}  // namespace oscegraph
