// SPDX-License-Identifier: Apache-2.0
//
// What a command reads: -i, else $OSCEGRAPH_INPUT (paths with ':' between), else the built-in
// example, with a note that says so.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "oscegraph/cli/model/command.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"
#include "oscegraph/loader/load.hpp"

namespace oscegraph::cli {

/// The files and folders that are read, as given; none: the built-in example.
std::vector<std::string> input_paths(const Values& values, const Terminal& terminal);

/// Throws Error at the first problem, unless `problems` collects them.
/// `options` holds what the command line does not say.
Loaded load_inputs(const Values& values, Terminal& terminal, Problems& problems,
                   LoadOptions options = {});
/// A file beside the inputs: the input options do not speak of it, and it may be of any size. Throws
/// Error at the first problem.
Loaded load_file(const std::string& path, Terminal& terminal);
/// As load_inputs(), a part at a time (load_in_parts()); false, and nothing done, when the inputs are not only
/// running texts.
bool load_inputs_in_parts(const Values& values, Terminal& terminal, Problems& problems,
                          LoadOptions options, const std::function<void(const Graph&)>& part);

}  // namespace oscegraph::cli
