// SPDX-License-Identifier: Apache-2.0
//
// Declares the texts about the program as a whole, for help, the man page and --version.
#pragma once

#include <span>
#include <string_view>

#include "oscegraph/cli/model/command.hpp"

namespace oscegraph::cli {

inline constexpr std::string_view tagline =
    "who funds what in the OSCE area, and which document says so";
inline constexpr std::string_view usage = "COMMAND [ARGUMENTS] [-i INPUT]... [-o OUTPUT] [OPTIONS]";

std::span<const Example> first_steps();
std::string_view version();

}  // namespace oscegraph::cli
