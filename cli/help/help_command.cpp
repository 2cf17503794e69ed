// SPDX-License-Identifier: Apache-2.0
//
// The command `help`: prints the overview, or the help for a command or topic. With --as, it prints
// the man page or a completion file instead.
#include <algorithm>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/help/generated.hpp"
#include "oscegraph/cli/help/help_text.hpp"
#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"

namespace oscegraph::cli {
namespace {

std::vector<std::string_view> subjects() {
  std::vector<std::string_view> names = command_names();
  for (const Topic& topic : topics()) names.push_back(topic.name);
  return names;
}

std::vector<std::string_view> generated_names() {
  std::vector<std::string_view> names;
  for (const Generated& row : generated_texts()) names.push_back(row.name);
  return names;
}

constexpr TypeOf<std::string> subject = word_of<subjects>("SUBJECT", "a command or topic");

constexpr TypeOf<const Generated*> generated(
    {.placeholder = "WHAT",
     .meaning = "something help can be made into",
     .choices = generated_names,
     .completes = Completes::choices},
    [](std::string_view name) -> std::optional<const Generated*> {
      const Generated* row = find_generated(name);
      return row == nullptr ? std::optional<const Generated*>() : row;
    });

constexpr OptionalOf<const Generated*> made_into(
    {.name = "as",
     .help = "print the manual page or a shell's completion file",
     .without_argument = true},
    generated);

/// Lines much longer than a page are tiring to read.
std::size_t width_for(const Terminal& terminal) {
  constexpr std::size_t usual = 80;
  constexpr std::size_t most = 100;
  const std::size_t width = terminal.table_style.width;
  return width == 0 ? usual : std::min(width, most);
}

std::string text_for(const Invocation& invocation, std::size_t width) {
  if (const auto row = invocation.values[made_into]) return (*row)->text();
  if (invocation.arguments.empty()) return overview(width);
  const std::string& name = invocation.arguments.front();
  if (const Command* command = find_command(name)) return help_of(*command, width);
  return help_of(*find_topic(name), width);
}

int run_help(const Invocation& invocation, Terminal& terminal) {
  terminal.out.append(text_for(invocation, width_for(terminal)));
  terminal.out.commit();
  return 0;
}

constexpr std::array arguments{Argument{
    .name = "SUBJECT", .meaning = "a command or a topic", .required = false, .value = &subject}};

constexpr auto options = option_list(made_into);

constexpr std::array examples{
    Example{"oscegraph help funding", "what the command answers, and its options"},
    Example{"oscegraph help formats", "what can be read and written"},
    Example{"oscegraph help --as bash > ~/.local/share/bash-completion/completions/oscegraph",
            "completion with the Tab key"},
};

}  // namespace

constinit const Command help_command{
    .name = "help",
    .summary = "What the commands answer, their options, and topics such as formats and counting",
    .arguments = arguments,
    .description = "Without SUBJECT, a list of commands and topics.",
    .options = options,
    .groups = only_general_group,
    .examples = examples,
    .says_no = "standard output cannot be written",
    .run = run_help,
};

}  // namespace oscegraph::cli
