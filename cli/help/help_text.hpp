// SPDX-License-Identifier: Apache-2.0
//
// Writes help for a terminal, wrapped to a given width: the overview of all commands, the help for
// one command, and the text of a topic.
#pragma once

#include <cstddef>
#include <string>

#include "oscegraph/cli/help/topics.hpp"
#include "oscegraph/cli/model/command.hpp"

namespace oscegraph::cli {

std::string overview(std::size_t width);
std::string help_of(const Command& command, std::size_t width);
std::string help_of(const Topic& topic, std::size_t width);

}  // namespace oscegraph::cli
