// SPDX-License-Identifier: Apache-2.0
//
// The command `centrality`: ranks the nodes (or edges) of the narrowed graph by one or several
// network measures. Which options have an effect depends on the measures that are asked for: an
// option without effect is refused. The cost is estimated before the work begins.
#include "oscegraph/queries/measures/centrality.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/picked_nodes.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/measure_values.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

std::optional<Idle> idle_directed(const Values& values);
std::optional<Idle> idle_weight(const Values& values);
std::optional<Idle> idle_two_mode(const Values& values);
std::optional<Idle> idle_start(const Values& values);
std::optional<Idle> idle_epsilon(const Values& values);

constexpr ListOf<AskedMeasure> by({.name = "by", .help = "the measures, the first one ranks"},
                                  measure_list,
                                  [] { return AskedMeasure(find_measure("degree")); });
constexpr OptionOf<std::size_t> top({.name = "top",
                                     .help = "how many rows",
                                     .shown_by = ShownBy::rows},
                                    count_value, [] { return CentralityOptions().top; });
constexpr ListOf<std::string> rows(
    {.name = "rows",
     .help = "only rows of these nodes, by kind, name or attribute=value; all are measured",
     .shown_by = ShownBy::rows},
    picked_value);
constexpr Flag directed({.name = "directed",
                         .help = "follow the arrows",
                         .otherwise = "ignored",
                         .idle = idle_directed});
constexpr OptionOf<EdgeWeight> weight(
    {.name = "weight",
     .help = "how strong a connection is: 1, claims, documents or amount:EUR:committed",
     .idle = idle_weight},
    weight_value, [] { return CentralityOptions().weight; });
constexpr auto without_arrows = option_list(directed);
constexpr Flag two_mode({.name = "two-mode",
                         .help = "degree, closeness and betweenness as shares of what two sides, "
                                 "projects and others, allow",
                         .excludes = without_arrows,
                         .idle = idle_two_mode});
constexpr ListOf<std::string> start({.name = "start",
                                     .help = "PageRank's walker starts anew at these nodes only",
                                     .idle = idle_start},
                                    node_value);
constexpr OptionOf<double> epsilon({.name = "epsilon",
                                    .help = "betweenness to within so much, sampled",
                                    .otherwise = "exact",
                                    .idle = idle_epsilon},
                                   fraction_value, [] { return CentralityOptions().epsilon; });
constexpr OptionalOf<std::size_t> seed(
    {.name = "seed", .help = "another sample", .needs = &epsilon}, count_value);

/// What the words of the options say; names are looked up elsewhere.
CentralityOptions options_of(const Values& values) {
  CentralityOptions options;
  options.by = values[by];
  if (values[directed]) options.arrows = Arrows::followed;
  if (values[two_mode]) options.norm = Norm::two_mode;
  options.weight = values[weight];
  options.top = values[top];
  options.epsilon = values[epsilon];
  options.seed = values[seed].value_or(options.seed);
  return options;
}

Answer ask(Question& question) {
  CentralityOptions options = options_of(question.values());
  options.rows = picked_nodes(question, rows);
  options.start = question.nodes(start);
  options.context = question.context();
  return to_answer(centrality(question.scope(), options), options.context);
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  return centrality_costs(scope, options_of(values));
}

/// Nothing when one of the measures asked for heeds the option, else who they are and who would.
std::optional<Idle> idle_unless(const Values& values, bool (*heeds)(const Measure&)) {
  std::vector<std::string_view> asked;
  for (const AskedMeasure& measure : values[by]) {
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
  if (values[weight].by == WeightBy::one) return std::nullopt;
  return idle_unless(values, [](const Measure& m) { return m.weighs; });
}
std::optional<Idle> idle_two_mode(const Values& values) {
  return idle_unless(values, [](const Measure& m) { return m.in_two_modes; });
}
std::optional<Idle> idle_start(const Values& values) {
  return idle_unless(values, [](const Measure& m) { return m.name == "pagerank"; });
}
std::optional<Idle> idle_epsilon(const Values& values) {
  if (values[weight].by != WeightBy::one)
    return Idle{"weights other than 1", "it samples betweenness with every connection alike"};
  return idle_unless(values, [](const Measure& m) { return m.name == "betweenness"; });
}

constexpr auto options =
    option_list(by, top, rows, directed, weight, two_mode, start, epsilon, seed, option::threads);

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
        "between 0 and 1: closeness, harmonic, betweenness; PageRank, hubs and authorities add up "
        "to 1; the largest eigenvector and Katz value is 1. Degrees and core numbers are counts, "
        "strengths "
        "are sums of weights.\n\n"
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
