// SPDX-License-Identifier: Apache-2.0
//
// Composes help from the rows of commands, options and topics.
#include "oscegraph/cli/help/help_text.hpp"

#include <algorithm>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/model/program.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

std::string headed(std::string_view heading, const std::string& body) {
  return body.empty() ? "" : "\n" + std::string(heading) + ":\n" + body;
}

std::string example_lines(std::span<const Example> examples) {
  std::string lines;
  for (const Example& example : examples)
    lines += "  $ " + std::string(example.line) + "\n      " + std::string(example.why) + '\n';
  return lines;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::string overview(std::size_t width) {
  std::vector<Term> command_terms;
  for (const Command* command : commands())
    command_terms.emplace_back(command->name, command->summary);
  std::vector<Term> topic_terms;
  for (const Topic& topic : topics())
    topic_terms.emplace_back("help " + std::string(topic.name), topic.summary);
  return "oscegraph: " + std::string(tagline) + "\n\nusage: oscegraph " + std::string(usage) +
         '\n' + headed("Commands", list_of_terms(command_terms, width)) +
         headed("More help", list_of_terms(topic_terms, width)) +
         headed("Try, on the example that is built in", example_lines(first_steps())) +
         "\n'oscegraph help COMMAND' has each command's options and examples.\n";
}

std::string help_of(const Command& command, std::size_t width) {
  std::string text = paragraphs(command.summary, width);
  text +=
      "\nusage: oscegraph " + usage_of(command) + "\n\n" + paragraphs(command.description, width);
  std::vector<Term> arguments;
  for (const Argument& argument : command.arguments)
    arguments.emplace_back(argument.name, argument.meaning);
  text += headed("Arguments", list_of_terms(arguments, width));
  text += headed("Options of " + std::string(command.name),
                 list_of_terms(terms_of(command.options), width));
  for (const OptionGroup* group : command.groups())
    text += headed(group->title, list_of_terms(terms_of(group->options), width));
  text += headed("Examples", example_lines(command.examples));
  text += headed("Exit code", list_of_terms({{"0", "done"},
                                             {"1", std::string(command.says_no)},
                                             {"2", "the command line is wrong"}},
                                            width));
  return text;
}

std::string help_of(const Topic& topic, std::size_t width) {
  std::string text;
  for (const Section& section : topic.sections()) {
    if (!text.empty()) text += '\n';
    if (!section.heading.empty()) text += section.heading + ":\n";
    text += paragraphs(section.text, width);
    if (!section.text.empty() && !section.terms.empty()) text += '\n';
    text += list_of_terms(section.terms, width);
    if (!section.example.empty()) text += '\n';
    for (const std::string_view line : lines_of(section.example))
      text += (line.empty() ? "" : "  " + std::string(line)) + '\n';
  }
  return text;
}

}  // namespace oscegraph::cli
