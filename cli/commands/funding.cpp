// SPDX-License-Identifier: Apache-2.0
//
// The command `funding`: lists which States fund which offices, through which projects and with how
// much. --by adds up by State, office, project or donor instead. The picture of the answer shows
// flows; with --matrix it is a heat map.
#include "oscegraph/queries/funding/funding.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<Choice<FundingBy>, 4> by_rows{{{"state", FundingBy::state},
                                                    {"office", FundingBy::office},
                                                    {"project", FundingBy::project},
                                                    {"donor", FundingBy::donor}}};

constexpr auto by_choice = choice_of<by_rows>("WHAT", "something to add up by");

constexpr OptionOf<FundingBy> by({.name = "by",
                                  .help = "what a row is, if not a State and an office together"},
                                 by_choice, [] { return FundingOptions().by; });
constexpr ListOf<std::string> from({.name = "from",
                                    .help = "only this funder, by name or id; repeat for several"},
                                   node_value);
constexpr ListOf<std::string> to({.name = "to",
                                  .help = "only this office or project; repeat for several"},
                                 node_value);
constexpr auto other_rows = option_list(by);
constexpr Flag matrix({.name = "matrix",
                       .help = "States down, offices across, the number of projects in each cell",
                       .excludes = other_rows,
                       .shown_by = ShownBy::rows});

Answer ask(Question& question) {
  return to_answer(funding(question.scope(), {.by = question.values()[by],
                                              .from = question.nodes(from),
                                              .to = question.nodes(to),
                                              .matrix = question.values()[matrix],
                                              .context = question.context()}),
                   question.context());
}

std::vector<Cost> cost(const Values& /*values*/, const Subset& scope) {
  return {{Work::funding, size_of(scope)}};
}

/// Flows and shades say more about sums than a network does; a layout asks for the network.
std::string_view picture(const Values& values) {
  if (values[matrix]) return "heatmap";
  return values.has(option::layout) ? "" : "sankey";
}

constexpr auto options = option_list(by, from, to, matrix);

constexpr std::array examples{
    Example{"oscegraph funding", "each State and office, with the projects between them"},
    Example{"oscegraph funding --from Germany -o germany.csv", "one State, for a spreadsheet"},
    Example{"oscegraph funding --by project --min-documents 2",
            "projects whose funding two documents confirm"},
    Example{"oscegraph funding -o flows.svg", "the same as flows from States to offices"},
    Example{"oscegraph funding --matrix -o heat.svg", "how many projects, as shades"},
};

}  // namespace

constinit const Command funding_command{
    .name = "funding",
    .summary = "Which States fund which offices: through which projects, how much, who says so",
    .description =
        "A State reaches an office when it funds a project that the office implements, or pays the "
        "office itself. What an agency of a State pays counts for the State.\n\n"
        "Amounts are added up for each flow of money and currency apart, and never converted. "
        "Unknown stays unknown, not 0. 'oscegraph help counting' has the rules.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "no node has a name given, it cannot fund or be funded, or the input has a mistake",
    .picture = picture,
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
