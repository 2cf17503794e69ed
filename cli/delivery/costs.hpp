// SPDX-License-Identifier: Apache-2.0
//
// Estimates, before a command works, how long it will take. The input is its options and the size
// of the graph; the result is a list of lines of the table in queries/cost.cpp, each with a number
// of steps. Only sizes are read, so an estimate costs next to nothing.
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

/// What the command's question costs with these options. Precondition: the command has a question.
std::vector<Cost> costs_of(const Command& command, const Values& values, const Subset& scope);

/// What the error for a too costly question suggests last, at the command line.
inline constexpr std::string_view way_out_of_patience = "allow more with --patience";

/// As require_patience() of queries/cost.hpp, with this suggestion.
void require_patience(std::span<const Cost> costs, const Extent& extent, const Context& context);

/// What reading inputs of this size costs.
std::vector<Cost> costs_of_reading(const InputSize& size);
Extent extent_of(const InputSize& size);

/// What comparing these graphs with each other costs.
std::vector<Cost> costs_of_comparing(std::span<const Subset> scopes);
/// The size of all scopes together.
Extent extent_of(std::span<const Subset> scopes);

/// What a table of the nodes within so many steps of a node costs, estimated from the mean degree.
Cost cost_of_reach(const Subset& scope, std::size_t steps);

double nodes_of(const Subset& scope);
double edges_of(const Subset& scope);
/// The number of nodes and edges.
double size_of(const Subset& scope);
/// The time that --patience allows.
double seconds_of_patience(const Values& values);

}  // namespace oscegraph::cli
