// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/paths/neighbors.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/costs.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<Choice<Direction>, 3> direction_rows{
    {{"out", Direction::out}, {"in", Direction::in}, {"both", Direction::both}}};

constexpr ValueType direction_choice{.placeholder = "WAY",
                                     .meaning = "a direction",
                                     .choices = [] { return words_of(direction_rows); },
                                     .completes = Completes::choices};

Answer ask(Question& question) {
  return to_answer(
      neighbors(question.scope(), {.node = question.node(0),
                                   .depth = question.values().count("depth", 1),
                                   .direction = chosen(direction_rows, question.values(),
                                                       "direction", Direction::both),
                                   .context = question.context()}),
      question.context());
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  return {{Work::surroundings, size_of(scope)}, cost_of_reach(scope, steps_of(values, "depth", 1))};
}

constexpr std::array arguments{
    Argument{.name = "NODE", .meaning = "a node, by name or id", .value = &node_value}};

constexpr std::array options{
    Option{.name = "depth", .help = "how many steps to go; 1 unless given", .value = &count_value},
    Option{.name = "direction",
           .help = "along the arrows (out), against them (in) or both ways, as it is unless given",
           .value = &direction_choice},
};

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
