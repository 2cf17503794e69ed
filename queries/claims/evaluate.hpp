// SPDX-License-Identifier: Apache-2.0
//
// How right are claims that were read out of texts? They are compared with a gold file: what a careful
// reader found in the same texts. Documents meet by id, else by file name. A statement is a document,
// a relation and its two ends; a project counts as the same whatever its title, since a text that
// gives none leaves its name to the reader. Each statement counts once, however often it is said.
#pragma once

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/table.hpp"

namespace oscegraph {

/// Precision, recall and F1 by relation; below, every statement that was missed or invented, with its
/// words, and the documents that only one side has. Only documents of the gold count. Cost: O(n log n) in the claims.
Table evaluate(const Graph& found, const Graph& gold, const Context& context = {});

}  // namespace oscegraph
