// SPDX-License-Identifier: Apache-2.0
//
// Parses the words after the program's name into an Invocation. Opens no file and prints nothing,
// so tests can call it with strings.
#pragma once

#include <span>
#include <string>

#include "oscegraph/cli/model/command.hpp"

namespace oscegraph::cli {

/// Options may stand before or after the command. No words, `--help` and `COMMAND --help` are the
/// help command, `--version` is the version command, whatever else is on the line.
/// Throws UsageError that names what was probably meant.
Invocation parse(std::span<const std::string> words);

}  // namespace oscegraph::cli
