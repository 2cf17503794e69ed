// SPDX-License-Identifier: Apache-2.0
//
// Writes the completion for zsh: a list of _arguments specifications for each command.
#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/help/generated.hpp"
#include "oscegraph/cli/model/program.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

/// Inside '...[here]...': brackets and colons are escaped, single quotes closed and reopened.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    if (c == '\'') result += "'\\''";
    else result += c;
  }
  return result;
}

std::string value_part(const ValueType& type) {
  const std::string part = ":" + escaped(type.placeholder) + ":";
  switch (type.completes) {
    case Completes::choices: return part + "(" + join(type.choices(), " ") + ")";
    case Completes::files: return part + "_files";
    case Completes::nothing: break;
  }
  return part;
}

std::string specification(const std::string& spelling, const Option& option) {
  std::string text = "      '" + std::string(option.repeatable ? "*" : "") + spelling + "[" +
                     escaped(help_of(option)) + "]";
  if (option.value != nullptr) text += value_part(*option.value);
  return text + "' \\\n";
}

std::string command_case(const Command& command) {
  std::string text = "    " + std::string(command.name) + ")\n      _arguments \\\n";
  for (const Option* option : options_of(command)) {
    text += specification("--" + std::string(option->name), *option);
    if (option->letter != 0) text += specification(std::string("-") + option->letter, *option);
  }
  for (const Argument& argument : command.arguments) {
    const std::string optional = argument.required ? ":" : "::";
    const std::string values = argument.value != nullptr && argument.value->choices != nullptr
                                   ? "(" + join(argument.value->choices(), " ") + ")"
                                   : "";
    text += "      '" + optional + escaped(argument.name) + ":" + values + "' \\\n";
  }
  return text + "      ;;\n";
}

}  // namespace

std::string zsh_completion() {
  std::string text =
      "#compdef oscegraph\n# made by 'oscegraph help --as zsh'\n"
      "_oscegraph() {\n  local -a commands=(\n";
  for (const Command* command : commands())
    text += "    '" + std::string(command->name) + ":" + escaped(command->summary) + "'\n";
  text +=
      "  )\n  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  ((CURRENT -= 1))\n  case $command in\n";
  for (const Command* command : commands()) text += command_case(*command);
  return text + "  esac\n}\n_oscegraph \"$@\"\n";
}

}  // namespace oscegraph::cli
