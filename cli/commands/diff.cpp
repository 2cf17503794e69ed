// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/claims/diff.hpp"

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

Loaded load_state(const std::string& path, const Values& values, Terminal& terminal) {
  Problems stop_at_first;
  LoadOptions options;
  options.inputs = {path};
  return load_inputs(values, terminal, stop_at_first, options);
}

int run_diff(const Invocation& invocation, Terminal& terminal) {
  const Values& values = invocation.values;
  const Delivery delivery = plan_delivery(*invocation.command, values);
  keep_refusals(delivery);
  keep_inputs(delivery, invocation.arguments);
  const Loaded before = load_state(invocation.arguments[0], values, terminal);
  const Loaded after = load_state(invocation.arguments[1], values, terminal);
  const std::array graphs{&before.graph, &after.graph};
  const std::vector<Subset> scopes = narrowed_alike(graphs, values, terminal.context());
  require_patience(costs_of_comparing(scopes), extent_of(scopes), terminal.context());
  const Difference difference = diff(scopes.front(), scopes.back(), terminal.context());
  const bool gone = values.has("vanished");
  deliver({table_of(difference, terminal.context()), gone ? difference.gone : difference.come},
          gone ? scopes.front() : scopes.back(), delivery, terminal);
  return done;
}

constexpr std::array arguments{
    Argument{
        .name = "OLD", .meaning = "a file or folder: the graph as it was", .value = &file_value},
    Argument{
        .name = "NEW", .meaning = "a file or folder: the graph as it is", .value = &file_value}};

constexpr std::array options{
    Option{.name = "vanished",
           .help = "a graph format shows what is gone from OLD, not what is new in NEW"},
};

constexpr std::array examples{
    Example{"oscegraph diff old.oscg new.oscg", "what last night's reading has changed"},
    Example{"oscegraph diff old.oscg new.oscg --relation funds --as csv", "for a spreadsheet"},
    Example{"oscegraph diff old.oscg new.oscg -o new.svg", "what is new, drawn"},
};

}  // namespace

constinit const Command diff_command{
    .name = "diff",
    .summary = "What has changed: nodes, edges, claims and sums that came, went or differ",
    .arguments = arguments,
    .description =
        "Compares two states of a graph, each a file or folder in any format that -i reads. Nodes "
        "and documents meet by id; a claim is the same one when edge, document, place and the "
        "project it runs inside are.\n\n"
        "Claims of an edge that came or went with it are counted, not listed. Sums are an edge's, "
        "by the rules of 'oscegraph help counting'.",
    .options = options,
    .groups = groups_of_two_inputs,
    .examples = examples,
    .says_no = "a file cannot be read, or has a mistake",
    .run = run_diff,
};

}  // namespace oscegraph::cli
