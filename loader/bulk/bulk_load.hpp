// SPDX-License-Identifier: Apache-2.0
//
// Loads large files of native records into a graph, on all cores. Files are cut into pieces at
// record borders. Threads read the pieces in large blocks, check the records and intern their
// texts. Then nodes are numbered, claims are resolved, and assemble() sorts everything. The result
// is the same graph as the usual loader's, for any number of threads and pieces.
//
// A piece with anything unusual, most often a mistake, is read again with the usual reader
// (bulk_again.hpp), which gives the same records or the error message. The usual loader reads all
// inputs from the start when the reason does not lie in a single piece: an unknown or ambiguous
// name, two records that disagree about a node, reviewed claims, or a fault while all faults are
// collected.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "oscegraph/loader/inputs/load_options.hpp"
#include "oscegraph/loader/resolve/loaded.hpp"

namespace oscegraph {

/// `files` must not be folders. Returns nullopt when the usual loader must read them. Unless
/// `problems` collects, the first mistake in a record is thrown as Error, without an excerpt.
std::optional<Loaded> bulk_load(const std::vector<std::string>& files, const LoadOptions& options,
                                const Problems& problems);

}  // namespace oscegraph
