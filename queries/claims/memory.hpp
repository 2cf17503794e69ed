// SPDX-License-Identifier: Apache-2.0
//
// How much memory does the graph take, and for what? The bytes of its columns, by what they are for and
// by what they grow with: nodes, edges, claims, documents, strings. A column whose rows are all the same
// takes one value. Of a graph that lies in a mapped file it is what the file holds, and what is in
// memory is what was touched of it.
#pragma once

#include "oscegraph/graph/answer.hpp"

namespace oscegraph {

/// Facts: bytes in all, for each node, edge and claim without their texts, and all of it shared out
/// over the claims. Rows: `of` (node, edge, claim, document, string), `what` they are for, `bytes`, and
/// `bytes_each`, unknown where there is none to share them. Always of the whole graph, since narrowing
/// it copies nothing. The subset is the scope itself.
/// Cost: none that depends on the graph.
Answer memory(const Subset& scope);

}  // namespace oscegraph
