// SPDX-License-Identifier: Apache-2.0
//
// The command `diff`: loads two states of a graph and lists how they differ. As a graph format, it
// writes what is new or changed in NEW; with --vanished, what is gone or changed in OLD.
#include "oscegraph/queries/claims/diff.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/flow.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr Flag vanished(
    {.name = "vanished",
     .help = "a graph format shows what is gone from OLD, not what is new in NEW",
     .shown_by = ShownBy::graphs});

int run_diff(const Invocation& invocation, Terminal& terminal) {
  Flow flow(invocation, terminal, {.paths = invocation.arguments});
  const bool gone = invocation.values[vanished];
  const auto load_state = [&](std::size_t which) {
    LoadOptions options;
    options.inputs = {invocation.arguments[which]};
    return flow.load(std::move(options));
  };
  const Loaded before = load_state(0);
  const Loaded after = load_state(1);
  const std::array graphs{&before.graph, &after.graph};
  const std::vector<Subset> scopes = flow.narrow_alike(graphs);
  Answer answer =
      flow.ask(costs_of_comparing(scopes), extent_of(scopes), [&](const Context& context) {
        Difference difference = diff(scopes.front(), scopes.back(), context);
        Table table = table_of(difference, context);
        return Answer{std::move(table), std::move(gone ? difference.gone : difference.come)};
      });
  return flow.deliver(std::move(answer), gone ? scopes.front() : scopes.back());
}

constexpr std::array arguments{
    Argument{
        .name = "OLD", .meaning = "a file or folder: the graph as it was", .value = &file_value},
    Argument{
        .name = "NEW", .meaning = "a file or folder: the graph as it is", .value = &file_value}};

constexpr auto options = option_list(vanished);

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
        "and documents are the same when their ids are; a claim is the same one when edge, "
        "document, place and the "
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
