// SPDX-License-Identifier: Apache-2.0
//
// The view document: what the explorer page draws, as one JSON object. Records point at each other by
// position, so that the page builds its graph without looking anything up, and a claim is not said
// twice. The page reads the same document from the server and out of an exported .html file.
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
// What is not known is left out, empty lists and objects too, but for the four lists, `left_out` and
// `notes`. `outside` are nodes that the view leaves out and that sums need all the same: the project a
// claim runs inside (its `inside` is the position there, where `via` would be one among the nodes, and
// a note counts those), and the State that an agency's attribute names.
#pragma once

#include <string_view>

#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/graph/best_connected.hpp"

namespace oscegraph {

struct ViewLabel {
  std::string_view title{};
  std::string_view source{};  ///< where the graph was read from
};

/// Cost: O(size of the subset * log of it), plus a pass over the graph's bit sets.
void write_view_document(const Fitted& shown, const ViewLabel& label, Output& out);

}  // namespace oscegraph
