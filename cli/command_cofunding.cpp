// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/commands.hpp"
#include "oscegraph/cli/question.hpp"
#include "oscegraph/cli/shared_options.hpp"
#include "oscegraph/cli/value_types.hpp"
#include "oscegraph/queries/cofunding.hpp"

namespace oscegraph::cli {
namespace {

Answer ask(Question& question) {
  return cofunding(question.scope(), {.min_shared = question.values().count("min-shared", 1)});
}

constexpr std::array options{
    Option{.name = "min-shared",
           .help = "only pairs with so many projects in common; 1 unless given",
           .value = &count_value},
};

constexpr std::array examples{
    Example{"oscegraph cofunding", "every pair, most projects in common first"},
    Example{"oscegraph cofunding --min-shared 2 --as csv", "closer pairs, as CSV"},
};

}  // namespace

constinit const Command cofunding_command{
    .name = "cofunding",
    .summary = "Who funds together: pairs of funders with projects in common",
    .description =
        "For each pair of funders: how many projects both fund, what share that is of all that "
        "either funds (jaccard, 0 to 1), and which they are. What an agency of a State pays counts "
        "for the State.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the input has a mistake, or cannot be read",
    .ask = ask,
};

}  // namespace oscegraph::cli
