// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/commands.hpp"
#include "oscegraph/cli/question.hpp"
#include "oscegraph/cli/shared_options.hpp"
#include "oscegraph/cli/value_types.hpp"
#include "oscegraph/queries/similar.hpp"

namespace oscegraph::cli {
namespace {

Answer ask(Question& question) {
  return similar(question.scope(),
                 {.node = question.node(0), .top = question.values().count("top", 10)});
}

constexpr std::array arguments{
    Argument{.name = "NODE", .meaning = "a node, by name or id", .value = &node_value}};

constexpr std::array options{
    Option{.name = "top", .help = "how many to list; 10 unless given", .value = &count_value},
};

constexpr std::array examples{
    Example{"oscegraph similar Germany", "States that fund what Germany funds"},
    Example{"oscegraph similar office:dushanbe --top 3", "the three offices most like it"},
};

}  // namespace

constinit const Command similar_command{
    .name = "similar",
    .summary = "Who looks like this node: the same relations to the same others",
    .arguments = arguments,
    .description =
        "Compares NODE with every node of its kind. jaccard is the share of neighbours they have "
        "in "
        "common, 0 to 1; adamic_adar counts common neighbours too, and the rarer ones more.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "no node, or more than one, has the name; or the input has a mistake",
    .ask = ask,
};

}  // namespace oscegraph::cli
