// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/communities/communities.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/costs.hpp"
#include "oscegraph/cli/options/filters.hpp"
#include "oscegraph/cli/options/measure_values.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<Choice<CommunityMethod>, 2> methods{
    {{"leiden", CommunityMethod::leiden}, {"louvain", CommunityMethod::louvain}}};

constexpr ValueType method_choice{.placeholder = "METHOD",
                                  .meaning = "a method",
                                  .choices = [] { return words_of(methods); },
                                  .completes = Completes::choices};

Answer ask(Question& question) {
  const Values& values = question.values();
  CommunitiesOptions options;
  options.method = chosen(methods, values, "method", CommunityMethod::leiden);
  options.resolution = number_of(values, "resolution", 1);
  options.seed = values.count("seed", 0);
  options.two_mode = values.has("two-mode");
  options.weight = weight_of(values);
  options.context = question.context();
  if (!values.has("compare")) return to_answer(communities(question.scope(), options));
  const Subset before = narrowed_at(question.scope().graph(), values, values.date("compare"));
  return to_answer(compare_communities(before, question.scope(), options), options.context);
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  return {{Work::communities, size_of(scope) * (values.has("compare") ? 2 : 1)}};
}

constexpr std::array options{
    Option{.name = "method",
           .help = "leiden (every community is connected) or louvain; leiden unless given",
           .value = &method_choice},
    Option{.name = "resolution",
           .help = "above 1: more and smaller communities; 1 unless given",
           .value = &number_value},
    Option{.name = "seed", .help = "take the nodes in another order", .value = &count_value},
    Option{.name = "weight",
           .help = "how strong a connection is: 1, claims, documents or amount:EUR:committed",
           .value = &weight_value},
    Option{.name = "two-mode",
           .help = "expect connections between projects and others only (Barber's modularity)"},
    Option{.name = "compare",
           .help = "with the graph at this date: who moved, who is new or gone, who bridges",
           .value = &date_value},
    Option{.name = "threads",
           .help = "how many threads; all the machine has unless given, with the same result",
           .value = &count_value},
};

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
