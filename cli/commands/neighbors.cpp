// SPDX-License-Identifier: Apache-2.0
//
// The command `neighbors`: lists the nodes within --depth steps of a node, the nearest first.
#include "oscegraph/queries/paths/neighbors.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<Choice<Direction>, 3> direction_rows{
    {{"out", Direction::out}, {"in", Direction::in}, {"both", Direction::both}}};

constexpr auto direction_choice = choice_of<direction_rows>("WAY", "a direction");

constexpr OptionOf<std::size_t> depth({.name = "depth", .help = "how many steps to go"},
                                      count_value, [] { return NeighborsOptions().depth; });
constexpr OptionOf<Direction> direction(
    {.name = "direction",
     .help = "along the arrows (out), against them (in) or both ways, as it is unless given",
     .says_fallback = true},
    direction_choice, [] { return NeighborsOptions().direction; });

Answer ask(Question& question) {
  return to_answer(neighbors(question.scope(), {.node = question.node(0),
                                                .depth = question.values()[depth],
                                                .direction = question.values()[direction],
                                                .context = question.context()}),
                   question.context());
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  return {{Work::surroundings, size_of(scope)}, cost_of_reach(scope, values[depth])};
}

constexpr std::array arguments{
    Argument{.name = "NODE", .meaning = "a node, by name or id", .value = &node_value}};

constexpr auto options = option_list(depth, direction);

constexpr std::array examples{
    Example{"oscegraph neighbors Tajikistan", "everything one step away"},
    Example{"oscegraph neighbors Germany --depth 2 --direction out",
            "what Germany funds, and what that leads to"},
    Example{"oscegraph neighbors office:skopje --depth 2 -o skopje.svg", "the surroundings, drawn"},
};

}  // namespace

constinit const Command neighbors_command{
    .name = "neighbors",
    .summary = "What lies within so many steps of a node",
    .arguments = arguments,
    .description =
        "Lists the nodes that can be reached from NODE in at most --depth steps, nearest first, "
        "with "
        "the relation of the last step and the nodes it came through.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "no node, or more than one, has the name; or the input has a mistake",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
