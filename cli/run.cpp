// SPDX-License-Identifier: Apache-2.0
//
// Parses the words, applies the options that concern all commands, and runs the command.
#include "oscegraph/cli/run.hpp"

#include <algorithm>

#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/flow.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/parse.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"

namespace oscegraph::cli {
namespace {

bool takes_patience(const Command& command) {
  return std::ranges::count(options_of(command), &option::patience) > 0;
}

}  // namespace

int run(std::span<const std::string> words, Terminal& terminal) {
  const Invocation invocation = parse(words);
  const Values& values = invocation.values;
  terminal.quiet = values[option::quiet];
  terminal.threads = static_cast<unsigned>(values[option::threads]);
  if (takes_patience(*invocation.command)) terminal.budget = seconds_of_patience(values);
  if (invocation.command->ask != nullptr) return run_question(invocation, terminal);
  return invocation.command->run(invocation, terminal);
}

void tell_error(const Error& error, Terminal& terminal) {
  const Problem& problem = error.problem();
  std::string text = problem.place.file.empty() ? "oscegraph: " : "";
  text += harmless(sentence(problem)) + "\n";
  if (!problem.excerpt.empty()) text += problem.excerpt + "\n";
  terminal.write_error(text);
}

}  // namespace oscegraph::cli
