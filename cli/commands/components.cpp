// SPDX-License-Identifier: Apache-2.0
//
// The command `components`: lists the parts of the narrowed graph that are not connected with each
// other, the largest first. With --strong, two nodes belong together only if paths along the arrows
// lead both ways.
#include "oscegraph/queries/communities/components.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/shared_options.hpp"

namespace oscegraph::cli {
namespace {

constexpr Flag only_strong({.name = "strong",
                            .help = "only where there is a path each way along the arrows"});

Answer ask(Question& question) {
  const bool strong = question.values()[only_strong];
  return to_answer(components(question.scope(),
                              {strong ? Connection::strong : Connection::weak, question.context()}),
                   question.context());
}

constexpr auto options = option_list(only_strong);

constexpr std::array examples{
    Example{"oscegraph components", "which parts have no connection to each other"},
    Example{"oscegraph components --relation funds -o components.gexf",
            "what money alone holds together, for Gephi with a column 'component'"},
};

}  // namespace

constinit const Command components_command{
    .name = "components",
    .summary = "Which parts of the graph hang together",
    .description =
        "Two nodes are in the same component when there is a path between them, whatever the "
        "direction of its edges. Components are numbered from the largest down.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read",
    .ask = ask,
};

}  // namespace oscegraph::cli
