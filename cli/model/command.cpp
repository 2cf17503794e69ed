// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/model/command.hpp"

#include <algorithm>

namespace oscegraph::cli {

std::vector<const Option*> options_of(const Command& command) {
  std::vector<const Option*> options;
  for (const Option& option : command.options) options.push_back(&option);
  for (const OptionGroup* group : command.groups())
    for (const Option& option : group->options) {
      const bool own = std::ranges::any_of(
          command.options, [&](const Option& mine) { return mine.name == option.name; });
      if (!own) options.push_back(&option);
    }
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
