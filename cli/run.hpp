// SPDX-License-Identifier: Apache-2.0
//
// The whole program but for main's argc and argv: words in, exit code out.
#pragma once

#include <span>
#include <string>

#include "oscegraph/cli/model/exit_code.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {

/// Parses and runs. Throws what main() words with tell_error().
int run(std::span<const std::string> words, Terminal& terminal);

/// The sentence, "oscegraph: " before it unless it begins with a place in a file, and the excerpt.
void tell_error(const Error& error, Terminal& terminal);

}  // namespace oscegraph::cli
