// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/commands.hpp"
#include "oscegraph/cli/measure_values.hpp"
#include "oscegraph/cli/question.hpp"
#include "oscegraph/cli/shared_options.hpp"
#include "oscegraph/cli/value_types.hpp"
#include "oscegraph/queries/centrality.hpp"

namespace oscegraph::cli {
namespace {

Answer ask(Question& question) {
  const Values& values = question.values();
  CentralityOptions options;
  for (const std::string_view name : values.words("by")) options.by.push_back(find_measure(name));
  if (values.has("directed")) options.arrows = Arrows::followed;
  if (values.has("two-mode")) options.norm = Norm::two_mode;
  options.weight = weight_of(values);
  options.top = values.count("top", options.top);
  options.start = question.nodes("start");
  options.epsilon = number_of(values, "epsilon", 0);
  options.seed = values.count("seed", 1);
  options.patience = 60 * number_of(values, "patience", 10);
  options.threads = static_cast<unsigned>(values.count("threads", 0));
  return centrality(question.scope(), options);
}

constexpr std::array options{
    Option{.name = "by",
           .help = "the measures, the first one ranks; degree unless given",
           .value = &measure_list,
           .repeatable = true},
    Option{.name = "top", .help = "how many rows; 20 unless given", .value = &count_value},
    Option{.name = "directed", .help = "follow the arrows; ignored unless given"},
    Option{.name = "weight",
           .help = "how strong a connection is: 1, claims, documents or amount:EUR:committed",
           .value = &weight_value},
    Option{.name = "two-mode",
           .help = "degree, closeness and betweenness as shares of what two sides, projects and "
                   "others, allow",
           .excludes = "directed"},
    Option{.name = "start",
           .help = "PageRank's walker starts anew at these nodes only",
           .value = &node_value,
           .repeatable = true},
    Option{.name = "epsilon",
           .help = "betweenness to within so much, sampled; exact unless given",
           .value = &fraction_value},
    Option{.name = "seed", .help = "another sample", .value = &count_value, .needs = "epsilon"},
    Option{.name = "patience",
           .help = "minutes that an exact answer may be expected to take; 10 unless given",
           .value = &number_value},
    Option{.name = "threads",
           .help = "how many threads; all the machine has unless given, with the same result",
           .value = &count_value},
};

constexpr std::array examples{
    Example{"oscegraph centrality --by betweenness,degree --top 5", "who stands between others"},
    Example{"oscegraph centrality --by pagerank -o ranks.gexf",
            "for Gephi, with a column 'pagerank'"},
    Example{"oscegraph centrality --by edge_betweenness --top 5", "which connections carry most"},
};

}  // namespace

constinit const Command centrality_command{
    .name = "centrality",
    .summary = "Who matters, by degree, betweenness, PageRank and other measures",
    .description =
        "Ranks nodes (or edges) by one or several measures, over the narrowed graph. Relations "
        "between the same two nodes count as one connection. Shares of what is possible lie "
        "between "
        "0 and 1: closeness, harmonic, betweenness; PageRank, hubs and authorities add up to 1; "
        "the "
        "largest eigenvector and Katz value is 1; the others are counts.\n\n"
        "Answers are exact. One that would take longer than --patience says how long, and how to "
        "narrow or sample it.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read; the answer would take too long",
    .ask = ask,
};

}  // namespace oscegraph::cli
