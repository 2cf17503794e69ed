// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/run.hpp"

#include "oscegraph/cli/parse.hpp"
#include "oscegraph/cli/question.hpp"
#include "oscegraph/exports/terminal_text.hpp"

namespace oscegraph::cli {

int run(std::span<const std::string> words, Terminal& terminal) {
  const Invocation invocation = parse(words);
  terminal.quiet = invocation.values.has("quiet");
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
