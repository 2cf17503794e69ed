// SPDX-License-Identifier: Apache-2.0
//
// The command `communities`: divides the nodes of the narrowed graph into communities. With
// --compare, it also finds the communities at another date, and lists the nodes that moved, came,
// went, or bridge several communities.
#include "oscegraph/queries/communities/communities.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/filters.hpp"
#include "oscegraph/cli/options/measure_values.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<Choice<CommunityMethod>, 2> methods{
    {{"leiden", CommunityMethod::leiden}, {"louvain", CommunityMethod::louvain}}};

constexpr auto method_choice = choice_of<methods>("METHOD", "a method");

constexpr OptionOf<CommunityMethod> method(
    {.name = "method", .help = "leiden (every community is connected) or louvain"}, method_choice,
    [] { return CommunitiesOptions().method; });
constexpr OptionOf<double> resolution({.name = "resolution",
                                       .help = "above 1: more and smaller communities"},
                                      number_value, [] { return CommunitiesOptions().resolution; });
constexpr OptionalOf<std::size_t> seed({.name = "seed", .help = "take the nodes in another order"},
                                       count_value);
constexpr OptionOf<EdgeWeight> weight(
    {.name = "weight",
     .help = "how strong a connection is: 1, claims, documents or amount:EUR:committed"},
    weight_value, [] { return CommunitiesOptions().weight; });
constexpr Flag two_mode(
    {.name = "two-mode",
     .help = "expect connections between projects and others only (Barber's modularity)"});
constexpr OptionalOf<Date> compare(
    {.name = "compare",
     .help = "with the graph at this date: who moved, who is new or gone, who bridges"},
    date_value);

Answer ask(Question& question) {
  const Values& values = question.values();
  CommunitiesOptions options;
  options.method = values[method];
  options.resolution = values[resolution];
  options.seed = values[seed].value_or(options.seed);
  options.two_mode = values[two_mode];
  options.weight = values[weight];
  options.context = question.context();
  const auto date = values[compare];
  if (!date) return to_answer(communities(question.scope(), options), options.context);
  const Subset before = narrowed_at(question.scope().graph(), values, *date);
  return to_answer(compare_communities(before, question.scope(), options), options.context);
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  return {{Work::communities, size_of(scope) * (values.has(compare) ? 2 : 1)}};
}

constexpr auto options =
    option_list(method, resolution, seed, weight, two_mode, compare, option::threads);

constexpr std::array examples{
    Example{"oscegraph communities", "who belongs together"},
    Example{"oscegraph communities -o communities.gexf", "for Gephi, with a column 'community'"},
    Example{"oscegraph communities --compare 2024-11", "what the rest adds to November"},
};

}  // namespace

constinit const Command communities_command{
    .name = "communities",
    .summary = "Who belongs together: groups with more connections within than expected",
    .description =
        "Finds communities by modularity: more weight within them than the strengths of their "
        "members would lead one to expect. A community is named after its strongest member. The "
        "same input gives the same communities, whatever the number of threads.\n\n"
        "With --compare, the communities of two times are matched by the members they share, and "
        "the rows are the nodes that moved, came, went, or bridge several communities.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read; --two-mode on a graph that is not",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
