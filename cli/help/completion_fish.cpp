// SPDX-License-Identifier: Apache-2.0
//
// Writes the completion for fish: one `complete` line for each command and each option of a
// command.
#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/help/generated.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

/// In single quotes, where fish knows two escapes.
std::string quoted_for_fish(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

std::string value_part(const Option& option) {
  if (option.value == nullptr) return {};
  switch (option.value->completes) {
    case Completes::choices: return " -x -a " + quoted_for_fish(join(option.value->choices(), " "));
    case Completes::files: return " -r -F";
    case Completes::nothing: break;
  }
  return " -x";
}

std::string option_line(const Command& command, const Option& option) {
  std::string line = "complete -c oscegraph -n '__fish_seen_subcommand_from " +
                     std::string(command.name) + "' -l " + std::string(option.name);
  if (option.letter != 0) line += std::string(" -s ") + option.letter;
  return line + value_part(option) + " -d " + quoted_for_fish(help_of(option)) + "\n";
}

}  // namespace

std::string fish_completion() {
  std::string text =
      "# fish completion for oscegraph, made by 'oscegraph help --as fish'\n"
      "complete -c oscegraph -f\n";
  for (const Command* command : commands())
    text += "complete -c oscegraph -n __fish_use_subcommand -a " + std::string(command->name) +
            " -d " + quoted_for_fish(command->summary) + "\n";
  for (const Command* command : commands()) {
    for (const Option* option : options_of(*command)) text += option_line(*command, *option);
    for (const Argument& argument : command->arguments)
      if (argument.value != nullptr && argument.value->choices != nullptr)
        text += "complete -c oscegraph -n '__fish_seen_subcommand_from " +
                std::string(command->name) + "' -a " +
                quoted_for_fish(join(argument.value->choices(), " ")) + "\n";
  }
  return text;
}

}  // namespace oscegraph::cli
