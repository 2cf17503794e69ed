// SPDX-License-Identifier: Apache-2.0
//
// The command `similar`: lists the nodes of the same kind that are most like a given node. They
// have the same neighbours or, with --by meeting, neighbours that are alike.
#include "oscegraph/queries/measures/similar.hpp"

#include <algorithm>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<Choice<Likeness>, 3> likenesses{{{"jaccard", Likeness::jaccard},
                                                      {"adamic_adar", Likeness::adamic_adar},
                                                      {"meeting", Likeness::meeting}}};

constexpr auto likeness_choice = choice_of<likenesses>("LIKENESS", "a likeness");

constexpr OptionOf<std::size_t> top({.name = "top", .help = "how many to list"}, count_value,
                                    [] { return SimilarOptions().top; });
constexpr OptionOf<Likeness> by({.name = "by",
                                 .help = "what ranks: jaccard, adamic_adar or meeting"},
                                likeness_choice, [] { return SimilarOptions().by; });

Answer ask(Question& question) {
  const Values& values = question.values();
  SimilarOptions options;
  options.context = question.context();
  options.node = question.node(0);
  options.top = values[top];
  options.by = values[by];
  return to_answer(similar(question.scope(), options), options.context);
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  const double edges = edges_of(scope);
  const double rows = std::min(static_cast<double>(values[top]), nodes_of(scope));
  if (values[by] != Likeness::meeting)
    return {{Work::common_neighbours, edges}, {Work::top_rows, rows}};
  return {{Work::meeting, nodes_of(scope) + edges}, {Work::meeting_places, rows * edges}};
}

constexpr std::array arguments{
    Argument{.name = "NODE", .meaning = "a node, by name or id", .value = &node_value}};

constexpr auto options = option_list(top, by);

constexpr std::array examples{
    Example{"oscegraph similar Germany", "States that fund what Germany funds"},
    Example{"oscegraph similar office:dushanbe --top 3", "the three offices most like it"},
    Example{"oscegraph similar Norway --by meeting", "alike also by neighbours that are alike"},
};

}  // namespace

constinit const Command similar_command{
    .name = "similar",
    .summary = "Who looks like this node: the same relations to the same others",
    .arguments = arguments,
    .description =
        "Compares NODE with every node of its kind. jaccard is the share of neighbours they have "
        "in "
        "common, 0 to 1; adamic_adar counts common neighbours too, and the rarer ones more.\n\n"
        "By meeting, nodes are alike when their neighbours are alike (SimRank): how much two "
        "walkers, "
        "one from each, meet at the same node when both take random steps.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "no node, or more than one, has the name; or the input has a mistake",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
