// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/claims/evaluate.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/deliver.hpp"
#include "oscegraph/cli/delivery/inputs.hpp"
#include "oscegraph/cli/delivery/keep_files.hpp"
#include "oscegraph/cli/options/costs.hpp"
#include "oscegraph/cli/options/filters.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/cli/run.hpp"

namespace oscegraph::cli {
namespace {

int run_evaluate(const Invocation& invocation, Terminal& terminal) {
  const Delivery delivery = plan_delivery(*invocation.command, invocation.values);
  keep_refusals(delivery);
  keep_inputs(delivery, invocation.arguments);
  keep_inputs(delivery, input_paths(invocation.values, terminal));
  if (!invocation.values.has("input") && terminal.inputs.empty())
    throw UsageError("evaluate has nothing to compare with the gold file",
                     "it reads the press releases that the gold file is about",
                     "name them with -i");
  Problems stop_at_first;
  LoadOptions gold_options;
  gold_options.inputs = {invocation.arguments.front()};
  gold_options.context = terminal.context();
  const Loaded gold = load(gold_options, stop_at_first);
  LoadOptions options;
  options.texts_only = true;
  options.read_elsewhere = gold_options.inputs;
  const Loaded loaded = load_inputs(invocation.values, terminal, stop_at_first, options);
  const Subset scope = narrowed(loaded.graph, invocation.values, terminal.context());
  const std::array scopes{scope, Subset::whole(gold.graph)};
  require_patience(costs_of_comparing(scopes), extent_of(scopes), terminal.context());
  const Evaluation evaluation = evaluate(loaded.graph, gold.graph, terminal.context());
  deliver({table_of(evaluation), scope}, scope, delivery, terminal);
  return done;
}

constexpr std::array arguments{Argument{.name = "GOLD",
                                        .meaning = "native records of what a careful reader found",
                                        .value = &file_value}};

constexpr std::array examples{
    Example{"oscegraph evaluate gold.jsonl -i press/",
            "how far extraction can be trusted on your texts"},
};

}  // namespace

constinit const Command evaluate_command{
    .name = "evaluate",
    .summary = "How right extraction is on your texts: precision, recall, and every miss",
    .arguments = arguments,
    .description =
        "Compares the claims of the inputs with a gold file: native records that hold what a "
        "careful reader "
        "found in the same texts. Documents meet by id or by file name. A project counts as the "
        "same "
        "whatever its title.",
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "a file cannot be read, or has a mistake",
    .run = run_evaluate,
};

}  // namespace oscegraph::cli
