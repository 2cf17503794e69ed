// SPDX-License-Identifier: Apache-2.0
//
// Lists the options of a command, and writes its usage line.
#include "oscegraph/cli/model/command.hpp"

#include <algorithm>

namespace oscegraph::cli {

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> options(command.options.begin(), command.options.end());
  for (const OptionGroup* group : command.groups())
    for (const Option* option : group->options)
      if (std::ranges::find(command.options, option->name, &Option::name) == command.options.end())
        options.push_back(option);
  return options;
}

std::string usage_of(const Command& command) {
  std::string usage(command.name);
  for (const Argument& argument : command.arguments) {
    const std::string name(argument.name);
    usage += argument.required ? " " + name : " [" + name + "]";
    if (argument.repeats) usage += "...";
  }
  return usage + " [OPTIONS]";
}

}  // namespace oscegraph::cli
