// SPDX-License-Identifier: Apache-2.0
//
// Loads what a command reads: the paths given with -i, else those in $OSCEGRAPH_INPUT (separated by
// ':'), else the built-in example. A note says so if it is the example.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "oscegraph/cli/model/command.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"
#include "oscegraph/loader/load.hpp"

namespace oscegraph::cli {

/// The files and folders that are read, as given. None: the built-in example is read.
std::vector<std::string> input_paths(const Values& values, const Terminal& terminal);

/// Throws Error at the first problem, unless `problems` collects them. `options` has the settings
/// that the command line does not give.
Loaded load_inputs(const Values& values, Terminal& terminal, Problems& problems,
                   LoadOptions options = {});
/// Loads a file that is no input: the input options do not apply to it, and it may be of any size.
/// Throws Error at the first problem.
Loaded load_file(const std::string& path, Terminal& terminal);
/// As load_inputs(), but calls `part` for one part after the other (load_in_parts()). Returns false
/// and does nothing when some input is no running text.
bool load_inputs_in_parts(const Values& values, Terminal& terminal, Problems& problems,
                          LoadOptions options, const std::function<void(const Graph&)>& part);

}  // namespace oscegraph::cli
