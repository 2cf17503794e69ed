// SPDX-License-Identifier: Apache-2.0
//
// The command `show`: prints the names and attributes of a node, and every claim about it. Without
// a node, it lists all nodes with their ids.
#include "oscegraph/queries/claims/show.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/queries/claims/node_table.hpp"

namespace oscegraph::cli {
namespace {

/// In this list the ids are what people came for.
Table list_of_nodes(const Subset& scope) {
  Table table = node_table(scope);
  for (Column& column : table.columns)
    if (column.name == "node_id") column.detail = false;
  return table;
}

Answer ask(Question& question) {
  if (question.has_argument(0))
    return to_answer(show(question.scope(), question.node(0)), question.context());
  return {list_of_nodes(question.scope()), question.scope()};
}

std::vector<Cost> cost(const Values& /*values*/, const Subset& scope) {
  return {{Work::one_node, edges_of(scope)}};
}

constexpr std::array arguments{
    Argument{.name = "NODE",
             .meaning = "a node, by name or id; all nodes are listed without it",
             .required = false,
             .value = &node_value}};

constexpr std::array examples{
    Example{"oscegraph show Norway", "by name"},
    Example{"oscegraph show office:dushanbe --relation implements", "by id, only its projects"},
    Example{"oscegraph show --kind office", "which offices there are, with their ids"},
};

}  // namespace

constinit const Command show_command{
    .name = "show",
    .summary = "Who or what a node is, and what each document says about it",
    .arguments = arguments,
    .description =
        "Prints the node's names and attributes, then every claim about it: the relation, the "
        "other "
        "end, and which document says so, where, in which words. Without NODE, lists the nodes.",
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "no node, or more than one, has the name; or the input has a mistake",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
