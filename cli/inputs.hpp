// SPDX-License-Identifier: Apache-2.0
//
// What a command reads: -i, else $OSCEGRAPH_INPUT (paths with ':' between), else the built-in
// example, with a note that says so.
#pragma once

#include "oscegraph/cli/command.hpp"
#include "oscegraph/cli/terminal.hpp"
#include "oscegraph/loader/load.hpp"

namespace oscegraph::cli {

/// Throws Error at the first problem, unless `problems` collects them.
/// `options` holds what the command line does not say.
Loaded load_inputs(const Values& values, Terminal& terminal, Problems& problems,
                   LoadOptions options = {});

}  // namespace oscegraph::cli
