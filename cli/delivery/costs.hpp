// SPDX-License-Identifier: Apache-2.0
//
// How long a command will take, told before it works: from its options and the size of the graph to lines
// of the table in queries/cost.cpp. It looks at sizes only, so it costs nothing itself.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/cli/model/command.hpp"
#include "oscegraph/graph/subset.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/cost.hpp"

namespace oscegraph::cli {

/// Of the command's question with these options. Precondition: it has one.
std::vector<Cost> costs_of(const Command& command, const Values& values, const Subset& scope);

/// The last way out of what would take too long, for who asks the command line.
inline constexpr std::string_view way_out_of_patience = "allow more with --patience";

/// As that of queries/cost.hpp, with that way out.
void require_patience(std::span<const Cost> costs, const Extent& extent, const Context& context);

/// Of reading so much.
std::vector<Cost> costs_of_reading(const InputSize& size);
Extent extent_of(const InputSize& size);

/// Of comparing graphs with each other.
std::vector<Cost> costs_of_comparing(std::span<const Subset> scopes);
/// All of them together.
Extent extent_of(std::span<const Subset> scopes);

/// A table of what lies within so many steps of a node, by the mean degree.
Cost cost_of_reach(const Subset& scope, std::size_t steps);

double nodes_of(const Subset& scope);
double edges_of(const Subset& scope);
/// Nodes and edges.
double size_of(const Subset& scope);
/// What --patience allows.
double seconds_of_patience(const Values& values);

}  // namespace oscegraph::cli
