// SPDX-License-Identifier: Apache-2.0
//
// Loading large files of native records on all cores. Files are cut into pieces at record borders;
// threads read pieces in large blocks, check the records and intern their texts; then nodes get their
// numbers, claims are resolved by id, and assemble() puts all in order. The graph is the one the usual
// loader makes, whatever the number of threads and pieces.
//
// What it does not do, it leaves alone: with any mistake in the input, names in the place of ids,
// reviewed claims, or two records that differ about one node, it returns nothing, and the usual
// loader reads the inputs from the start.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "oscegraph/loader/load.hpp"

namespace oscegraph {

/// `files` are not folders. nullopt: not for the bulk load.
std::optional<Loaded> bulk_load(const std::vector<std::string>& files, const LoadOptions& options);

}  // namespace oscegraph
