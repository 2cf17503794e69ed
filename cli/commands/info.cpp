// SPDX-License-Identifier: Apache-2.0
//
// The command `info`: counts the nodes, edges, claims and documents of the narrowed graph. With
// --memory, it prints how many bytes the whole graph takes, and for what.
#include "oscegraph/queries/claims/info.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/resolve/same_names.hpp"
#include "oscegraph/queries/claims/memory.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<const OptionGroup*, 1> parts{&narrowing_options};
constexpr Flag of_memory({.name = "memory",
                          .help = "how many bytes the whole graph takes instead, and for what",
                          .excludes_groups = parts,
                          .shown_by = ShownBy::rows});

/// `check` says which; here it is enough to know that what follows may be counted apart.
std::string note_of_same_names(std::size_t count) {
  return (count == 1 ? "1 name belongs" : grouped(count) + " names each belong") +
         " to several nodes of one kind, which may be one node: 'oscegraph check' lists " +
         (count == 1 ? "it" : "them");
}

Answer ask(Question& question) {
  if (question.values()[of_memory]) return to_answer(memory(question.scope()));
  Answer answer = to_answer(info(question.scope(), question.context()));
  const auto nowhere = [](NodeId) { return Place(); };
  const std::size_t count =
      find_same_names(question.scope().graph(), nowhere, 0, question.context()).count;
  if (count > 0) answer.table.notes.push_back(note_of_same_names(count));
  return answer;
}

constexpr auto options = option_list(of_memory);

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
        "documents, and the first and last day they speak of. A note says how many names belong "
        "to several nodes of one kind.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read",
    .ask = ask,
};

}  // namespace oscegraph::cli
