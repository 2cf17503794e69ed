// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/commands.hpp"
#include "oscegraph/cli/question.hpp"
#include "oscegraph/cli/shared_options.hpp"
#include "oscegraph/queries/info.hpp"

namespace oscegraph::cli {
namespace {

Answer ask(Question& question) { return info(question.scope()); }

constexpr std::array examples{
    Example{"oscegraph info -i press/ -i grants.csv --map grants.map", "two sources in one graph"},
    Example{"oscegraph info --since 2024-11-22", "what the later documents add"},
};

}  // namespace

constinit const Command info_command{
    .name = "info",
    .summary = "What is in the graph: how many nodes, edges, claims and documents of which sort",
    .description =
        "Counts what was read: nodes by kind, edges by relation, claims by basis and flow of "
        "money, "
        "documents, and the first and last day they speak of.",
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read",
    .ask = ask,
};

}  // namespace oscegraph::cli
