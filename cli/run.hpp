// SPDX-License-Identifier: Apache-2.0
//
// Runs the program for the words of a command line, and returns the exit code. main() only adds
// argc and argv, and catches errors.
#pragma once

#include <span>
#include <string>

#include "oscegraph/cli/model/exit_code.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {

/// Parses and runs. Throws the errors that main() prints with tell_error().
int run(std::span<const std::string> words, Terminal& terminal);

/// Prints the sentence of the error, after "oscegraph: " unless it begins with a place in a file,
/// and the excerpt.
void tell_error(const Error& error, Terminal& terminal);

}  // namespace oscegraph::cli
