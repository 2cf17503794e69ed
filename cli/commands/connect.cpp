// SPDX-License-Identifier: Apache-2.0
//
// The command `connect`: prints a small part of the graph that connects the given nodes. With
// --money, it prints instead how much of one flow and currency can get from the first node to the
// second.
#include "oscegraph/queries/paths/connect.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/measure_values.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {
namespace {

constexpr OptionalOf<LedgerKey> money(
    {.name = "money",
     .help = "how much of a flow can get from the first to the second, as EUR:committed"},
    money_value);

Answer ask(Question& question) {
  const std::vector<NodeId> nodes = question.argument_nodes();
  const auto ledger = question.values()[money];
  if (!ledger)
    return to_answer(connect(question.scope(), {nodes, question.context()}), question.context());
  if (nodes.size() != 2)
    throw UsageError("--money asks how much can get from one node to one other", "name two nodes");
  return to_answer(money_flow(question.scope(), {nodes[0], nodes[1], *ledger, question.context()}),
                   question.context());
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  return {{values.has(money) ? Work::money_flow : Work::tree, size_of(scope)}};
}

constexpr std::array arguments{
    Argument{.name = "NODE", .meaning = "a node, by id or name", .value = &node_value},
    Argument{.name = "NODE",
             .meaning = "another one, or several",
             .value = &node_value,
             .repeats = true},
};

constexpr auto options = option_list(money);

constexpr std::array examples{
    Example{"oscegraph connect Norway Germany state:UZ", "what joins three States"},
    Example{"oscegraph connect Norway Germany state:UZ -o joined.svg", "the same, drawn"},
};

}  // namespace

constinit const Command connect_command{
    .name = "connect",
    .summary = "What joins several nodes: the smallest part of the graph that does",
    .arguments = arguments,
    .description =
        "Finds a small subgraph that connects the nodes, whatever the direction of its edges, with "
        "the claims behind it: a shortest path for two nodes, a tree for more, at most twice as "
        "large as the smallest there is.\n\n"
        "With --money, the most that the documented amounts of one flow and currency let pass from "
        "the first node to the second: along funds and channels_to up to their amounts, and from a "
        "project to those who implement it; and which edges are the narrow place.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "a node is not there; nothing connects them; no such amount is documented",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
