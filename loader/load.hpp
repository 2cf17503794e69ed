// SPDX-License-Identifier: Apache-2.0
//
// Loads files into a Graph: the entry point of this library.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/load_options.hpp"
#include "oscegraph/loader/press/text_seen.hpp"
#include "oscegraph/loader/resolve/loaded.hpp"

namespace oscegraph {

/// Reads the inputs into one graph. The result does not depend on their order. Errors: when
/// `problems` does not collect, the first problem is thrown as Error. Otherwise records with a
/// problem are left out and listed, and TooManyProblems does not leave this function. Throws
/// Stopped.
Loaded load(const LoadOptions& options, Problems& problems);

/// Reads running texts a few megabytes at a time, for callers that do not need one graph of all.
/// `part` is called with the graph of each group of files, in order of path; its memory is freed
/// afterwards. Returns what load() returns beside the graph. Precondition: only_texts(options).
Loaded load_in_parts(const LoadOptions& options, Problems& problems,
                     const std::function<void(const Graph&)>& part);

/// Whether the inputs are, by their names, running texts, or folders of which only the texts are
/// read.
bool only_texts(const LoadOptions& options);

/// Loads the compiled-in example data.
Loaded load_example(std::size_t most_same_names = 0);

/// The formats load() knows: "jsonl", "json", "csv", ...
std::vector<std::string_view> input_formats();

}  // namespace oscegraph
