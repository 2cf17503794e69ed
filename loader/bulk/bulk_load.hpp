// SPDX-License-Identifier: Apache-2.0
//
// Loading large files of native records on all cores. Files are cut into pieces at record borders;
// threads read pieces in large blocks, check the records and intern their texts; then nodes get their
// numbers, claims are resolved, and assemble() puts all in order. The graph is the one the usual
// loader makes, whatever the number of threads and pieces.
//
// A piece in which anything is unusual, a mistake above all, is read again in the usual way
// (bulk_again.hpp): it gives the same records, or the sentence about what is wrong. What is no matter of
// one piece is left to the usual loader, which reads the inputs from the start: an unknown or ambiguous
// name, two records that differ about one node, reviewed claims, and any fault where all are wanted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "oscegraph/loader/inputs/load_options.hpp"
#include "oscegraph/loader/resolve/loaded.hpp"

namespace oscegraph {

/// `files` are not folders. nullopt: not for the bulk load. Unless `problems` collects all, the first
/// mistake in a record is thrown as Error, without an excerpt.
std::optional<Loaded> bulk_load(const std::vector<std::string>& files, const LoadOptions& options,
                                const Problems& problems);

}  // namespace oscegraph
