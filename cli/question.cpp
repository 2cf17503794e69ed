// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/question.hpp"

#include "oscegraph/cli/deliver.hpp"
#include "oscegraph/cli/filters.hpp"
#include "oscegraph/cli/inputs.hpp"
#include "oscegraph/cli/terminal.hpp"

namespace oscegraph::cli {

int run_question(const Invocation& invocation, Terminal& terminal, Ask ask) {
  // A wrong -o costs no loading.
  const Delivery delivery = plan_delivery(*invocation.command, invocation.values);
  Problems stop_at_first;
  const Loaded loaded = load_inputs(invocation.values, terminal, stop_at_first);
  const Subset scope = narrowed(loaded.graph, invocation.values);
  Question question(invocation, scope);
  const Answer answer = ask(question);
  deliver(answer, scope, delivery, terminal);
  return 0;
}

}  // namespace oscegraph::cli
