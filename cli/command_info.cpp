// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/commands.hpp"
#include "oscegraph/cli/question.hpp"
#include "oscegraph/cli/shared_options.hpp"
#include "oscegraph/queries/info.hpp"
#include "oscegraph/queries/memory.hpp"

namespace oscegraph::cli {
namespace {

Answer ask(Question& question) {
  return question.values().has("memory") ? memory(question.scope()) : info(question.scope());
}

constexpr std::array options{
    Option{.name = "memory", .help = "how many bytes the whole graph takes instead, and for what"},
};

constexpr std::array examples{
    Example{"oscegraph info -i press/ -i grants.csv --map grants.map", "two sources in one graph"},
    Example{"oscegraph info --since 2024-11-22", "what the later documents add"},
    Example{"oscegraph info --memory -i net.oscg",
            "how much memory a node, an edge, a claim takes"},
};

}  // namespace

constinit const Command info_command{
    .name = "info",
    .summary = "What is in the graph: how many nodes, edges, claims and documents of which sort",
    .description =
        "Counts what was read: nodes by kind, edges by relation, claims by basis and flow of "
        "money, "
        "documents, and the first and last day they speak of.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read",
    .ask = ask,
};

}  // namespace oscegraph::cli
