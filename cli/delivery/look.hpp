// SPDX-License-Identifier: Apache-2.0
//
// Gives the nodes of an answer the scores that --size and --colour ask for, so that a writer can
// show them: a measure, or the number of a community. A score that the command has already computed
// is used as it is. Any other costs what `centrality` or `communities` costs, and is refused if it
// would take longer than --patience.
#pragma once

#include "oscegraph/cli/options/measure_values.hpp"
#include "oscegraph/cli/options/values.hpp"
#include "oscegraph/exports/formats/graph_formats.hpp"

namespace oscegraph::cli {

struct Look {
  const Measure* size = nullptr;  ///< of nodes; null: the degree
  ColourBy colour = ColourBy::kind;
};

Look look_of(const Values& values);

/// Sets by what the style sizes and colours nodes, and adds the scores for it to the subset. Throws
/// TooCostly when computing them would take longer than the context's budget.
void apply_look(const Look& look, Subset& subset, GraphStyle& style, const Context& context);

}  // namespace oscegraph::cli
