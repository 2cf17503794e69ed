// SPDX-License-Identifier: Apache-2.0
//
// Writes the view document: one JSON object with the data that the explorer page draws. Records
// refer to each other by position, so the page builds its graph without look-ups, and each claim is
// written once. The page reads the same document from the server and from an exported .html file.
//
//   {"oscegraph_view":1, "title":"...", "source":"...",
//    "nodes":[{"id","kind","name","aliases":[],"attributes":{},"scores":{}}],
//    "documents":[{"id","title","publisher","date","url","file","checksum"}],
//    "edges":[{"from":0,"relation":"funds","to":1,"scores":{}}],
//    "outside":[{"id","kind","name"}],
//    "claims":[{"edge":0,"document":0,"via":2,"inside":0,"amount","currency","flow","start","end","share",
//               "locator","quote","basis","rule","reviewed"}],
//    "left_out":{"nodes":0,"edges":0,"claims":0}, "notes":[]}
//
// Unknown values are left out, and so are empty lists and objects, except the four lists,
// `left_out` and `notes`. `outside` lists nodes that are not in the view but that sums need: the
// project a claim runs inside (then the claim has `inside`, a position in `outside`, instead of
// `via`, a position in `nodes`, and a note counts such claims), and the State that an agency's
// attribute names.
#pragma once

#include <string_view>

#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/graph/best_connected.hpp"

namespace oscegraph {

struct ViewLabel {
  std::string_view title{};
  std::string_view source{};  ///< where the graph was read from
};

/// Cost: O(n log n) for a subset of size n, plus a pass over the graph's bit sets.
void write_view_document(const Fitted& shown, const ViewLabel& label, Output& out);

}  // namespace oscegraph
