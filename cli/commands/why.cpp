// SPDX-License-Identifier: Apache-2.0
//
// The command `why`: prints every claim behind the edges between two nodes. For a State and an
// office, it also prints the claims behind the ways in which the State funds the office. If there
// are no such claims, it prints those behind each step of the shortest paths between the two.
#include "oscegraph/queries/claims/why.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr Flag directed({.name = "directed", .help = "follow edges along their arrows only"});

Answer ask(Question& question) {
  return to_answer(why(question.scope(), {.from = question.node(0),
                                          .to = question.node(1),
                                          .directed = question.values()[directed],
                                          .context = question.context()}),
                   question.context());
}

std::vector<Cost> cost(const Values& /*values*/, const Subset& scope) {
  return {{Work::one_node, edges_of(scope)}};
}

constexpr std::array arguments{
    Argument{.name = "FROM", .meaning = "a node, by name or id", .value = &node_value},
    Argument{.name = "TO", .meaning = "another node, by name or id", .value = &node_value}};

constexpr auto options = option_list(directed);

constexpr std::array examples{
    Example{"oscegraph why Germany office:dushanbe", "how a State comes to fund an office"},
    Example{"oscegraph why Germany Tajikistan --basis stated", "only what documents say in words"},
};

}  // namespace

constinit const Command why_command{
    .name = "why",
    .summary = "Who says that two nodes are connected: every claim, document, place and quotation",
    .arguments = arguments,
    .description =
        "Prints every claim behind the edges between the two. When they share no edge, it prints "
        "the "
        "claims behind each step of the shortest ways from one to the other; for a State and an "
        "office, the ways the money goes come first.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the two are not connected, a name is unknown, or the input has a mistake",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
