// SPDX-License-Identifier: Apache-2.0
//
// Defines the table of commands and the search for a command by its name.
#include "oscegraph/cli/commands/commands.hpp"

#include <algorithm>
#include <array>

namespace oscegraph::cli {
namespace {

constexpr std::array table{
    &info_command,       &check_command,      &funding_command,     &show_command,
    &neighbors_command,  &why_command,        &path_command,        &connect_command,
    &centrality_command, &components_command, &communities_command, &cofunding_command,
    &similar_command,    &extract_command,    &evaluate_command,    &diff_command,
    &export_command,     &serve_command,      &help_command,
};

}  // namespace

std::span<const Command* const> commands() { return table; }

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Command::name);
  return found == table.end() ? nullptr : *found;
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command* command : table) names.push_back(command->name);
  return names;
}

}  // namespace oscegraph::cli
