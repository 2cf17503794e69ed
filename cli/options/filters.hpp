// SPDX-License-Identifier: Apache-2.0
//
// Narrows a graph by the options --at, --since, --until, --relation, --kind, --flow, --document,
// --min-documents and --basis. Costs what graph/narrow.hpp does.
#pragma once

#include <span>
#include <vector>

#include "oscegraph/cli/options/values.hpp"
#include "oscegraph/graph/narrow.hpp"

namespace oscegraph::cli {

/// Whether any of the options asks for less than the whole graph.
bool narrows(const Values& values);
/// Throws Error when no document has an id that was asked for. A subset that is empty says so in its
/// notes.
Subset narrowed(const Graph& graph, const Values& values, const Context& context = {});
/// The same of several graphs, for which it is enough that one of them has a document.
std::vector<Subset> narrowed_alike(std::span<const Graph* const> graphs, const Values& values,
                                   const Context& context = {});
/// The same at another time: `at` stands in for --at, --since and --until.
Subset narrowed_at(const Graph& graph, const Values& values, Date at, const Context& context = {});

}  // namespace oscegraph::cli
