// SPDX-License-Identifier: Apache-2.0
//
// Writes the completion for bash, which is a shell function. The function finds the command on the
// line. After an option that takes a value it offers the values of this option; otherwise it offers
// the commands, or the options of the command.
#include <algorithm>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/help/generated.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

std::string dashed(const Option& option) { return "--" + std::string(option.name); }

std::string offer_words(std::string_view words) {
  return "COMPREPLY=($(compgen -W '" + std::string(words) + "' -- \"$word\"))";
}

/// What to do when the word before is this option, "" when it takes no value.
std::string offer_values(const Option& option) {
  if (option.value == nullptr) return {};
  switch (option.value->completes) {
    case Completes::choices: return offer_words(join(option.value->choices(), " "));
    case Completes::files: return "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))";
    case Completes::nothing: break;
  }
  return "COMPREPLY=()";
}

/// Cases of "command option": a command's own options before the shared ones of any command.
std::string value_cases() {
  std::string cases;
  const auto add = [&](std::string_view command, const Option& option) {
    const std::string values = offer_values(option);
    if (values.empty()) return;
    std::string pattern = std::string(command) + "' " + dashed(option) + "'";
    if (option.letter != 0) pattern += "|" + std::string(command) + "' -" + option.letter + "'";
    cases += "    " + pattern + ") " + values + "; return ;;\n";
  };
  for (const Command* command : commands())
    for (const Option* option : command->options) add(command->name, *option);
  for (const OptionGroup* group : groups_of_a_question())
    for (const Option* option : group->options) add("*", *option);
  return cases;
}

std::string option_cases() {
  std::string cases;
  for (const Command* command : commands()) {
    std::vector<std::string> spellings;
    for (const Option* option : options_of(*command)) spellings.push_back(dashed(*option));
    std::string words = join(spellings, " ");
    for (const Argument& argument : command->arguments)
      if (argument.value != nullptr && argument.value->choices != nullptr)
        words = join(argument.value->choices(), " ") + " " + words;
    cases += "    " + std::string(command->name) + ") " + offer_words(words) + " ;;\n";
  }
  return cases;
}

}  // namespace

std::string bash_completion() {
  const std::string names = join(command_names(), "|");
  return "# bash completion for oscegraph, made by 'oscegraph help --as bash'\n"
         "_oscegraph() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    case ${COMP_WORDS[i]} in\n"
         "      " +
         names +
         ") command=${COMP_WORDS[i]}; break ;;\n"
         "    esac\n"
         "  done\n"
         "  case \"$command $before\" in\n" +
         value_cases() +
         "  esac\n"
         "  case $command in\n"
         "    '') " +
         offer_words(join(command_names(), " ") + " --help --version") + " ;;\n" + option_cases() +
         "  esac\n"
         "}\n"
         "complete -F _oscegraph oscegraph\n";
}

}  // namespace oscegraph::cli
