// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/measures/centrality.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/measure_values.hpp"
#include "oscegraph/cli/options/picked_nodes.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph::cli {
namespace {

/// What the words of the options say; names are looked up elsewhere.
CentralityOptions options_of(const Values& values) {
  CentralityOptions options;
  for (const std::string_view word : values.words("by")) options.by.push_back(parse_measure(word));
  if (values.has("directed")) options.arrows = Arrows::followed;
  if (values.has("two-mode")) options.norm = Norm::two_mode;
  options.weight = weight_of(values);
  options.top = values.count("top", options.top);
  options.epsilon = number_of(values, "epsilon", 0);
  options.seed = values.count("seed", 1);
  return options;
}

Answer ask(Question& question) {
  CentralityOptions options = options_of(question.values());
  options.rows = picked_nodes(question, "rows");
  options.start = question.nodes("start");
  options.context = question.context();
  return to_answer(centrality(question.scope(), options), options.context);
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  return centrality_costs(scope, options_of(values));
}

std::vector<AskedMeasure> measures_asked(const Values& values) {
  std::vector<AskedMeasure> asked = options_of(values).by;
  if (asked.empty()) asked.emplace_back(find_measure("degree"));
  return asked;
}

/// Nothing when one of the measures asked for heeds the option, else who they are and who would.
std::optional<Idle> idle_unless(const Values& values, bool (*heeds)(const Measure&)) {
  std::vector<std::string_view> asked;
  for (const AskedMeasure& measure : measures_asked(values)) {
    if (heeds(*measure)) return std::nullopt;
    asked.push_back(measure->name);
  }
  std::vector<std::string_view> others;
  for (const Measure& measure : measures())
    if (heeds(measure)) others.push_back(measure.name);
  return Idle{join_and(asked), "it goes with " + join_or(others)};
}

std::optional<Idle> idle_directed(const Values& values) {
  return idle_unless(values, [](const Measure& m) { return !m.ignores_arrows; });
}
std::optional<Idle> idle_weight(const Values& values) {
  if (weight_of(values).by == WeightBy::one) return std::nullopt;
  return idle_unless(values, [](const Measure& m) { return m.weighs; });
}
std::optional<Idle> idle_two_mode(const Values& values) {
  return idle_unless(values, [](const Measure& m) { return m.in_two_modes; });
}
std::optional<Idle> idle_start(const Values& values) {
  return idle_unless(values, [](const Measure& m) { return m.name == "pagerank"; });
}
std::optional<Idle> idle_epsilon(const Values& values) {
  if (weight_of(values).by != WeightBy::one)
    return Idle{"weights other than 1", "it samples betweenness with every connection alike"};
  return idle_unless(values, [](const Measure& m) { return m.name == "betweenness"; });
}

constexpr std::array options{
    Option{.name = "by",
           .help = "the measures, the first one ranks; degree unless given",
           .value = &measure_list,
           .repeatable = true},
    Option{.name = "top", .help = "how many rows; 20 unless given", .value = &count_value},
    Option{.name = "rows",
           .help = "only rows of these nodes, by kind, name or attribute=value; all are measured",
           .value = &picked_value,
           .repeatable = true},
    Option{.name = "directed",
           .help = "follow the arrows; ignored unless given",
           .idle = idle_directed},
    Option{.name = "weight",
           .help = "how strong a connection is: 1, claims, documents or amount:EUR:committed",
           .value = &weight_value,
           .idle = idle_weight},
    Option{.name = "two-mode",
           .help = "degree, closeness and betweenness as shares of what two sides, projects and "
                   "others, allow",
           .excludes = "directed",
           .idle = idle_two_mode},
    Option{.name = "start",
           .help = "PageRank's walker starts anew at these nodes only",
           .value = &node_value,
           .repeatable = true,
           .idle = idle_start},
    Option{.name = "epsilon",
           .help = "betweenness to within so much, sampled; exact unless given",
           .value = &fraction_value,
           .idle = idle_epsilon},
    Option{.name = "seed", .help = "another sample", .value = &count_value, .needs = "epsilon"},
    Option{.name = "threads",
           .help = "how many threads; all the machine has unless given, with the same result",
           .value = &count_value},
};

constexpr std::array examples{
    Example{"oscegraph centrality --by betweenness,degree --top 5", "who stands between others"},
    Example{"oscegraph centrality --by pagerank --rows state --top 3",
            "which State is most central"},
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
        "narrow or sample it.\n\n"
        "Narrowing options cut the graph before it is measured; --rows picks what is listed after.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read; the answer would take too long",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
