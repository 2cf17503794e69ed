// SPDX-License-Identifier: Apache-2.0
//
// Help for a terminal, of the given width.
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
