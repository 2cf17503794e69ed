// SPDX-License-Identifier: Apache-2.0
//
// Declares all commands. commands() returns them in the order in which help lists them. A new
// command is a file in this folder, a declaration here and a row of the table in commands.cpp; see
// docs/adding-a-command.md. Two commands are defined in other folders: `serve` in cli/serve and
// `help` in cli/help.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/cli/model/command.hpp"

namespace oscegraph::cli {

extern const Command info_command;
extern const Command check_command;
extern const Command funding_command;
extern const Command show_command;
extern const Command neighbors_command;
extern const Command why_command;
extern const Command path_command;
extern const Command connect_command;
extern const Command centrality_command;
extern const Command components_command;
extern const Command communities_command;
extern const Command cofunding_command;
extern const Command similar_command;
extern const Command extract_command;
extern const Command diff_command;
extern const Command evaluate_command;
extern const Command export_command;
extern const Command serve_command;  ///< in cli/serve
extern const Command help_command;   ///< in cli/help

/// What `--version` runs; not a row of the table.
extern const Command version_command;

std::span<const Command* const> commands();
const Command* find_command(std::string_view name);
std::vector<std::string_view> command_names();

}  // namespace oscegraph::cli
