// SPDX-License-Identifier: Apache-2.0
//
// Narrows a graph by the options --at, --since, --until, --relation, --kind, --flow, --document,
// --min-documents and --basis. The result is a Subset. Cost: that of narrow() in graph/narrow.hpp.
#pragma once

#include <span>
#include <vector>

#include "oscegraph/cli/options/values.hpp"
#include "oscegraph/graph/narrow.hpp"

namespace oscegraph::cli {

/// Whether any of these options is given.
bool narrows(const Values& values);
/// Throws Error when no document has an id that was asked for. A subset that is empty says so in its
/// notes.
Subset narrowed(const Graph& graph, const Values& values, const Context& context = {});
/// The same for several graphs. A document that the options name need only be in one of them.
std::vector<Subset> narrowed_alike(std::span<const Graph* const> graphs, const Values& values,
                                   const Context& context = {});
/// The same at another time: `at` replaces --at, --since and --until.
Subset narrowed_at(const Graph& graph, const Values& values, Date at, const Context& context = {});

}  // namespace oscegraph::cli
