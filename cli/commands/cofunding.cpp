// SPDX-License-Identifier: Apache-2.0
//
// The command `cofunding`: lists the pairs of funders that have projects in common, the closest
// pairs first. Several columns measure how close a pair is; --by chooses the one that ranks.
#include "oscegraph/queries/funding/cofunding.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<Choice<Closeness>, 5> orders{{{"shared", Closeness::shared},
                                                   {"jaccard", Closeness::jaccard},
                                                   {"cosine", Closeness::cosine},
                                                   {"newman", Closeness::newman},
                                                   {"chance", Closeness::chance}}};

constexpr auto order = choice_of<orders>("COLUMN", "a way to rank pairs");

constexpr OptionOf<std::size_t> min_shared({.name = "min-shared",
                                            .help = "only pairs with so many projects in common"},
                                           count_value,
                                           [] { return CofundingOptions().min_shared; });
constexpr OptionOf<Closeness> by({.name = "by",
                                  .help = "what ranks: shared, jaccard, cosine, newman or chance",
                                  .shown_by = ShownBy::rows},
                                 order, [] { return CofundingOptions().by; });
constexpr OptionalOf<double> significance(
    {.name = "significance",
     .help = "only pairs that chance does not explain, at most this share of them wrongly"},
    fraction_value);

Answer ask(Question& question) {
  const Values& values = question.values();
  CofundingOptions options;
  options.context = question.context();
  options.min_shared = values[min_shared];
  options.by = values[by];
  options.significance = values[significance].value_or(options.significance);
  return to_answer(cofunding(question.scope(), options), options.context);
}

std::vector<Cost> cost(const Values& /*values*/, const Subset& scope) {
  return {{Work::funding, size_of(scope)},
          {Work::common_projects, pairs_with_common_projects(scope)}};
}

constexpr auto options = option_list(min_shared, by, significance);

constexpr std::array examples{
    Example{"oscegraph cofunding", "every pair, most projects in common first"},
    Example{"oscegraph cofunding --min-shared 2 --as csv", "closer pairs, as CSV"},
    Example{"oscegraph cofunding --by newman --significance 0.05",
            "pairs that blind choice would hardly make"},
};

}  // namespace

constinit const Command cofunding_command{
    .name = "cofunding",
    .summary = "Who funds together: pairs of funders with projects in common",
    .description =
        "For each pair of funders: how many projects both fund, which they are, and how close that "
        "makes the two: jaccard and cosine divide by what they fund, newman counts a project with "
        "k funders 1 / (k - 1), chance is how likely they would share so many if both picked "
        "blindly. What an agency of a State pays counts for the State.\n\n"
        "--significance keeps the pairs that chance does not explain (Benjamini and Hochberg).",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
