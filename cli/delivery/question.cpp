// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/delivery/question.hpp"

#include <algorithm>
#include <string_view>

#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/deliver.hpp"
#include "oscegraph/cli/delivery/inputs.hpp"
#include "oscegraph/cli/delivery/keep_files.hpp"
#include "oscegraph/cli/options/filters.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"
#include "oscegraph/cli/terminal/working.hpp"

namespace oscegraph::cli {
namespace {

/// The answer, with a sign of life while it is being found. The bar and its thread are gone before
/// anything is written.
Answer asked(const Invocation& invocation, const Subset& scope, const NodeFinder& finder,
             Terminal& terminal) {
  Working working(terminal);
  Context context = terminal.context();
  context.report = working.report();
  Question question(invocation, scope, finder, std::move(context));
  return invocation.command->ask(question);
}

/// A graph may be brought up to date in its own file.
bool keeps_all(const Invocation& invocation, const Delivery& delivery) {
  return invocation.command->delivers == Delivers::graph_only && delivery.graph != nullptr &&
         delivery.graph->readable && !narrows(invocation.values);
}

}  // namespace

int run_question(const Invocation& invocation, Terminal& terminal) {
  // A wrong -o costs no loading.
  Delivery delivery = plan_delivery(*invocation.command, invocation.values);
  keep_refusals(delivery);
  if (!keeps_all(invocation, delivery))
    keep_inputs(delivery, input_paths(invocation.values, terminal));
  Problems stop_at_first;
  const Loaded loaded = load_inputs(invocation.values, terminal, stop_at_first);
  delivery.style.source = loaded.origin;
  const Subset scope = narrowed(loaded.graph, invocation.values, terminal.context());
  require_patience(costs_of(*invocation.command, invocation.values, scope), extent_of(scope),
                   terminal.context());
  const NodeFinder finder(loaded.graph);
  const Answer answer = asked(invocation, scope, finder, terminal);
  deliver(answer, scope, delivery, terminal);
  return 0;
}

}  // namespace oscegraph::cli
