// SPDX-License-Identifier: Apache-2.0
//
// Writes GEXF in the variants that different programs need, with colours, sizes, positions and,
// when claims have dates, the days on which each edge holds. The rules come from tests with those
// programs (P29-P41 in docs/graph-files.md):
//  - `kind` keeps parallel edges apart in Gephi; other programs read the same word from "relation";
//  - every node has a label; the id and the title of an attribute are equal;
//  - dates are whole days, periods have both ends, and the spells of one edge never overlap. A
//    claim without an end runs to the last date in the graph, and "open_end" says so;
//    "date_precision" says which dates are known only to the month or the year;
//  - the weight of an edge is the number of its claims.
#pragma once

#include <cstdint>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

enum class GexfVersion : std::uint8_t { draft_1_2, v1_3 };

/// Whether weights change over time. If they do, the file has two attribute blocks for edges, which
/// graphology cannot read (P32), and every edge has a weight at every time it exists (P39).
enum class GexfWeights : std::uint8_t { constant, dynamic };

struct GexfFlavour {
  GexfVersion version = GexfVersion::draft_1_2;
  GexfWeights weights = GexfWeights::constant;
};

void write_gexf_flavour(const GexfFlavour& flavour, const Subset& subset, const GraphStyle& style,
                        Output& out, LossReport& losses);

}  // namespace oscegraph
