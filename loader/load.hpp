// SPDX-License-Identifier: Apache-2.0
//
// From files to a Graph: the one door into this library.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/inputs/load_options.hpp"
#include "oscegraph/loader/press/text_seen.hpp"
#include "oscegraph/loader/resolve/loaded.hpp"

namespace oscegraph {

/// Reads the inputs into one graph. The result does not depend on their order.
/// Errors: with problems.collects() false, the first problem is thrown as Error; otherwise records
/// with a problem are left out, the list says why, and TooManyProblems never leaves this function.
/// Throws Stopped.
Loaded load(const LoadOptions& options, Problems& problems);

/// Reads running texts a few megabytes at a time, for who can do without one graph of all: `part` gets
/// the graph of the next files, in order of path, and their memory is let go when it returns. Gives
/// back what load() does beside the graph. Call it when only_texts() says so.
Loaded load_in_parts(const LoadOptions& options, Problems& problems,
                     const std::function<void(const Graph&)>& part);

/// Whether the inputs are, by their names, running texts and folders to be read for them.
bool only_texts(const LoadOptions& options);

/// The example data set that is compiled in.
Loaded load_example(std::size_t most_same_names = 0);

/// The formats load() knows: "jsonl", "json", "csv", ...
std::vector<std::string_view> input_formats();

}  // namespace oscegraph
