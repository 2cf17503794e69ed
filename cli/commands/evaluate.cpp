// SPDX-License-Identifier: Apache-2.0
//
// The command `evaluate`: finds the claims in the given texts, compares them with a gold file, and
// prints precision and recall for each relation, and every statement that was missed or invented.
#include "oscegraph/queries/claims/evaluate.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/flow.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

int run_evaluate(const Invocation& invocation, Terminal& terminal) {
  const std::string& gold_file = invocation.arguments.front();
  std::vector<std::string> read = input_paths(invocation.values, terminal);
  if (read.empty())
    throw UsageError("evaluate has nothing to compare with the gold file",
                     "it reads the press releases that the gold file is about",
                     "name them with -i");
  read.push_back(gold_file);
  Flow flow(invocation, terminal, {.paths = std::move(read)});
  const Loaded gold = flow.load_as_it_is(gold_file);
  LoadOptions options;
  options.texts_only = true;
  options.read_elsewhere = {gold_file};
  const Loaded loaded = flow.load(std::move(options));
  const std::array scopes{flow.narrow(loaded.graph), Subset::whole(gold.graph)};
  Table table =
      flow.ask(costs_of_comparing(scopes), extent_of(scopes), [&](const Context& context) {
        return table_of(evaluate(loaded.graph, gold.graph, context));
      });
  return flow.deliver({std::move(table), scopes.front()}, scopes.front());
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
        "found in the same texts. Two documents are the same when their files have the same name "
        "without folder and ending; one without a file is known by its id. A project counts as the "
        "same whatever its title.",
    .groups = groups_without_narrowing,
    .examples = examples,
    .says_no = "a file cannot be read, or has a mistake",
    .run = run_evaluate,
};

}  // namespace oscegraph::cli
